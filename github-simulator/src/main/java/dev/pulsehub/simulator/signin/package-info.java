/** How a person lets an app act for them: the OAuth web flow and the end of it. Knows no repository. */
@NullMarked
package dev.pulsehub.simulator.signin;

import org.jspecify.annotations.NullMarked;
