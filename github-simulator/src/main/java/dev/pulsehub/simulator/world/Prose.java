package dev.pulsehub.simulator.world;

/** Writes what nobody kept: the text of an issue or a pull request, the same one each time it is asked for. */
public interface Prose {

    String body(Item item);
}
