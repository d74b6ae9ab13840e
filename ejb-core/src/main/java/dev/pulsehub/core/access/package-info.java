/** Who speaks for whom: keys, assertions between our services, tokens for programs. Knows no page and no tool. */
@NullMarked
package dev.pulsehub.core.access;

import org.jspecify.annotations.NullMarked;
