/** Who belongs to which tenant, and how the single-user mode sets one up. Knows no page. */
@NullMarked
package dev.pulsehub.core.organization;

import org.jspecify.annotations.NullMarked;
