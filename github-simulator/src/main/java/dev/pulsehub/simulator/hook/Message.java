package dev.pulsehub.simulator.hook;

/**
 * What a hook is told.
 *
 * @param action empty for events that have none
 * @param payload JSON, exactly as it is signed
 */
public record Message(String event, String action, byte[] payload) {}
