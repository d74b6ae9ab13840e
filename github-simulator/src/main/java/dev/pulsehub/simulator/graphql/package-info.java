/** GitHub's GraphQL API: its own published schema over the world. A field nobody resolves is an error, never null. */
@NullMarked
package dev.pulsehub.simulator.graphql;

import org.jspecify.annotations.NullMarked;
