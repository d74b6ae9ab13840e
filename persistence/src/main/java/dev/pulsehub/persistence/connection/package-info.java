/** How the product reaches PostgreSQL: in whose name, over which address, in which transaction. Knows no table. */
@NullMarked
package dev.pulsehub.persistence.connection;

import org.jspecify.annotations.NullMarked;
