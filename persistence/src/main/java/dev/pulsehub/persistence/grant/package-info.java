/** What people let Pulse-Hub ask of GitHub in their name, and what that showed they may see. Knows no open token. */
@NullMarked
package dev.pulsehub.persistence.grant;

import org.jspecify.annotations.NullMarked;
