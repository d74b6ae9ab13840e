/**
 * A PostgreSQL server of one's own from the binaries in a jar: the default of the local stack and of every test. Knows
 * nothing of Pulse-Hub's schema.
 *
 * <p>Tests use {@link dev.pulsehub.postgres.TestPostgres}: one server per JVM, one fresh copy of a prepared database
 * per test class.
 */
@NullMarked
package dev.pulsehub.postgres;

import org.jspecify.annotations.NullMarked;
