/** A person's keys for programs: listed, made, shown once, revoked. */
@NullMarked
package dev.pulsehub.web.token;

import org.jspecify.annotations.NullMarked;
