package dev.pulsehub.postgres;

/**
 * The addresses of one database.
 *
 * @param owner {@code postgresql://} address of the login that owns the schema and migrates it
 * @param application {@code postgresql://} address of the login the product runs as; it has no rights of its own
 */
public record DatabaseUrls(String owner, String application) {}
