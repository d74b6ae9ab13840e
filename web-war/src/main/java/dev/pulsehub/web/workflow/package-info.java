/** The page about workflow runs. Knows no SQL. */
@NullMarked
package dev.pulsehub.web.workflow;

import org.jspecify.annotations.NullMarked;
