/** Holds the specifications, templates and scripts of this folder to what they promise. */
@NullMarked
package dev.pulsehub.deploy;

import org.jspecify.annotations.NullMarked;
