/** What REST and GraphQL share: spans of time, the search language. */
@NullMarked
package dev.pulsehub.simulator.api;

import org.jspecify.annotations.NullMarked;
