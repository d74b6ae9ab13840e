/**
 * How the product reaches PostgreSQL: in whose name, over which address, in which transaction. Knows no table.
 *
 * <p>In a container the web application defines the pool and builds the transactions once; its size may be as small as
 * one, since a transaction takes one handle whatever it does:
 *
 * <pre>{@code
 * @DataSourceDefinition(
 *         name = TxDataSource.PULSE,
 *         className = "dev.pulsehub.persistence.connection.PulseDataSource", // reads POSTGRES_URL
 *         maxPoolSize = 10,
 *         properties = {
 *             "fish.payara.is-connection-validation-required=true", // costs no round trip: the guard answers
 *             "fish.payara.connection-validation-method=custom-validation",
 *             "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
 *         })
 *
 * new JtaTransactions(userTransaction, new TxDataSource(TxDataSource.PULSE, pool, registry));
 * }</pre>
 *
 * <p>The migration runs when the persistence unit {@code pulse} is deployed, which a server does only if something
 * refers to it ({@code @PersistenceContext(unitName = "pulse")}).
 */
@NullMarked
package dev.pulsehub.persistence.connection;

import org.jspecify.annotations.NullMarked;
