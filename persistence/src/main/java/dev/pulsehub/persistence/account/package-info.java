/** GitHub logins as a tenant has seen them. Knows nothing of who signs in. */
@NullMarked
package dev.pulsehub.persistence.account;

import org.jspecify.annotations.NullMarked;
