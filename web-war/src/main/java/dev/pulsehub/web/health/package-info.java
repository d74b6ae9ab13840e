/** Says how the process and what it depends on are. */
@NullMarked
package dev.pulsehub.web.health;

import org.jspecify.annotations.NullMarked;
