/** Workflow runs. Knows no formula. */
@NullMarked
package dev.pulsehub.persistence.workflow;

import org.jspecify.annotations.NullMarked;
