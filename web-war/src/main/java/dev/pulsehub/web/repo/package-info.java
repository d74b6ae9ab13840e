/** The pages about repositories. Knows no SQL. */
@NullMarked
package dev.pulsehub.web.repo;

import org.jspecify.annotations.NullMarked;
