/** How a person comes in and goes out. Knows no page's numbers. */
@NullMarked
package dev.pulsehub.web.signin;

import org.jspecify.annotations.NullMarked;
