package dev.pulsehub.core.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What there is to know of one variable, written down in the catalogue and nowhere else. */
final class Traits {

    final Topic topic;
    final Format format;
    final String meaning;
    final Set<Deployable> readers = EnumSet.noneOf(Deployable.class);
    String alias = "";
    String preset = "";
    String example = "";
    Need need = Need.NEVER;
    boolean secret;
    boolean used = true;

    private Traits(Topic topic, Format format, String meaning) {
        this.topic = topic;
        this.format = format;
        this.meaning = meaning;
    }

    static Traits of(Topic topic, Format format, String meaning) {
        return new Traits(topic, format, meaning);
    }

    Traits readBy(Deployable... deployables) {
        readers.addAll(List.of(deployables));
        return this;
    }

    /** The name it has in products that came before; both are read. */
    Traits alias(String name) {
        alias = name;
        return this;
    }

    /** What holds when nothing is said. */
    Traits preset(String value) {
        preset = value;
        return this;
    }

    /** A value for the templates; {@code <...>} marks what must be filled in. */
    Traits example(String value) {
        example = value;
        return this;
    }

    Traits needed(Need when) {
        need = when;
        return this;
    }

    /** Never shown. */
    Traits secret() {
        secret = true;
        return this;
    }

    /** Accepted and checked, without effect so far. */
    Traits notYetUsed() {
        used = false;
        return this;
    }
}
