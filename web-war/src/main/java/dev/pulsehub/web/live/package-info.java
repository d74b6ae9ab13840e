/** Tells open pages what changed. Sends kinds of cards, never rows. */
@NullMarked
package dev.pulsehub.web.live;

import org.jspecify.annotations.NullMarked;
