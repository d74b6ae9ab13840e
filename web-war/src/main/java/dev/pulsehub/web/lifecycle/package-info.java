/** From the first check of the environment to the last request of a stopping process. */
@NullMarked
package dev.pulsehub.web.lifecycle;

import org.jspecify.annotations.NullMarked;
