package dev.pulsehub.simulator.world;

/** A label of one repository; {@code color} is six hexadecimal digits. */
public record Label(long id, String name, String color) {}
