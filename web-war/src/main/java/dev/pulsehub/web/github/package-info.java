/** GitHub's API for a signed-in person, with their own token. Understands nothing of what goes through. */
@NullMarked
package dev.pulsehub.web.github;

import org.jspecify.annotations.NullMarked;
