/** Who is asking: the sealed cookie, the mechanism that reads it, and what a stranger may reach. */
@NullMarked
package dev.pulsehub.web.session;

import org.jspecify.annotations.NullMarked;
