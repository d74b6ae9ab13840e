/** How a process speaks to whoever runs it. Knows the configuration and no feature. */
@NullMarked
package dev.pulsehub.core.log;

import org.jspecify.annotations.NullMarked;
