/** How long property tests search. Knows no property. */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.testing.property;
