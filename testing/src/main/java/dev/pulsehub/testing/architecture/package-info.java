/** The architecture as rules, and how a module applies them to itself. Knows no module, only names of packages. */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.testing.architecture;
