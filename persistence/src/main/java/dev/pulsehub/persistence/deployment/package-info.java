/** Deployments and releases. Knows no formula. */
@NullMarked
package dev.pulsehub.persistence.deployment;

import org.jspecify.annotations.NullMarked;
