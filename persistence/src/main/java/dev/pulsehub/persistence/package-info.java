/**
 * What is remembered: the schema, the stores beside their tables and the way to the database. Knows no GitHub client.
 */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.persistence;
