/** GitHub's REST API over the world: shapes, paging, conditional answers. Changes nothing. */
@NullMarked
package dev.pulsehub.simulator.rest;

import org.jspecify.annotations.NullMarked;
