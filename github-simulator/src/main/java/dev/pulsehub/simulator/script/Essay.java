package dev.pulsehub.simulator.script;

import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Prose;
import dev.pulsehub.simulator.world.Pull;
import java.util.List;
import java.util.SplittableRandom;

/** Texts that follow from the seed and the number of what they are about, so that nobody has to keep them. */
public record Essay(long seed) implements Prose {

    private static final List<String> SENTENCES = List.of(
            "Seen twice this week, both times shortly after a deployment.",
            "It used to work before the last release.",
            "The log says nothing that would help.",
            "Retrying helps about half of the time.",
            "A colleague sees the same with another account.",
            "I could narrow it down to one request.",
            "The numbers on the page and in the export differ.",
            "This has waited for a while; customers ask about it.",
            "Measured on the staging cluster, with and without the change.",
            "The old path stays for one more release.",
            "No migration is needed.",
            "Behind a flag, off unless switched on.",
            "The interesting part is in the second commit.",
            "I left the names alone to keep this easy to review.");

    @Override
    public String body(Item item) {
        SplittableRandom random = new SplittableRandom(seed ^ item.id() * 0x9E3779B97F4A7C15L);
        return switch (item) {
            case Issue issue -> "### What happens\n\n" + paragraph(random) + "\n\n### Steps\n\n" + steps(random);
            case Pull pull ->
                "### Why\n\n" + paragraph(random) + "\n\n### What\n\n" + paragraph(random) + closing(pull);
        };
    }

    private static String paragraph(SplittableRandom random) {
        StringBuilder text = new StringBuilder(Words.trouble(random)).append('.');
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            text.append(' ').append(Words.pick(random, SENTENCES));
        }
        return text.toString();
    }

    private static String steps(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(2, 5);
        for (int i = 1; i <= count; i++) {
            text.append(i).append(". ").append(Words.change(random)).append('\n');
        }
        return text.toString();
    }

    private static String closing(Pull pull) {
        StringBuilder text = new StringBuilder();
        pull.closes().forEach(issue -> text.append("\n\nFixes #").append(issue.number()));
        return text.toString();
    }
}
