/** How much one person, program or address may ask for. */
@NullMarked
package dev.pulsehub.web.limit;

import org.jspecify.annotations.NullMarked;
