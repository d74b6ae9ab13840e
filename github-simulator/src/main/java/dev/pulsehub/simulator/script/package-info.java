/** Stories as lists of what will happen and when, and the words told in them. */
@NullMarked
package dev.pulsehub.simulator.script;

import org.jspecify.annotations.NullMarked;
