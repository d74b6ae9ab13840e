/** Tenants, the people who sign in and who belongs where. Knows nothing of sessions and of what GitHub reports. */
@NullMarked
package dev.pulsehub.persistence.organization;

import org.jspecify.annotations.NullMarked;
