/**
 * Reads repositories from folders of GitHub's REST answers, tolerantly: what lists leave out is derived, and marked.
 */
@NullMarked
package dev.pulsehub.simulator.dataset;

import org.jspecify.annotations.NullMarked;
