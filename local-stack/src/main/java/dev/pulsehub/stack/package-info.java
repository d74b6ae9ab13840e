/**
 * Everything on one machine: PostgreSQL, a GitHub (simulated or the real one) and the web service, started in order and
 * stopped in order. Knows the web service only as a program with environment variables.
 */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.stack;
