/** Brings the database to the schema this build needs, before anything else speaks to it. Knows no feature's tables. */
@NullMarked
package dev.pulsehub.persistence.schema;

import org.jspecify.annotations.NullMarked;
