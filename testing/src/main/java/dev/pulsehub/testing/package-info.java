/** What every module's tests share: assertions and the architecture as rules. Never on a runtime class path. */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.testing;
