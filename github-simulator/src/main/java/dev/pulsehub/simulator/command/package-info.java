/** What can be asked of the world from outside: each verb by the path that names it. Knows no HTTP. */
@NullMarked
package dev.pulsehub.simulator.command;

import org.jspecify.annotations.NullMarked;
