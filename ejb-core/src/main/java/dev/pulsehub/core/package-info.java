/** What the product does. Knows no page and no transport. */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.core;
