/** Who sees which rows: held against every table there is, so that a new one is covered the day it is made. */
@NullMarked
package dev.pulsehub.persistence.access;

import org.jspecify.annotations.NullMarked;
