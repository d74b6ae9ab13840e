/** Takes GitHub's deliveries in. Understands nothing of them. */
@NullMarked
package dev.pulsehub.web.webhook;

import org.jspecify.annotations.NullMarked;
