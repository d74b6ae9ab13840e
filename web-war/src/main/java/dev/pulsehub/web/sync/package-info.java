/** Timer shells around the core's work; nothing else. */
@NullMarked
package dev.pulsehub.web.sync;

import org.jspecify.annotations.NullMarked;
