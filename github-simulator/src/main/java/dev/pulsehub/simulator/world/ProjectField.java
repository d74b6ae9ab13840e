package dev.pulsehub.simulator.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A column of a project. */
public sealed interface ProjectField {

    long id();

    String name();

    /** As GraphQL's {@code ProjectV2FieldType} names it. */
    String dataType();

    /** Text, a number, a date, or one of GitHub's own such as the title. */
    record Plain(long id, String name, String dataType) implements ProjectField {}

    /** One of several words, a status for example. */
    record Choice(long id, String name, List<Option> options) implements ProjectField {

        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String dataType() {
            return "SINGLE_SELECT";
        }

        Optional<Option> option(String word) {
            return options.stream()
                    .filter(option -> option.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /** Sprints. */
    record Iterations(long id, String name, int days, List<Iteration> iterations) implements ProjectField {

        public Iterations {
            iterations = List.copyOf(iterations);
        }

        @Override
        public String dataType() {
            return "ITERATION";
        }

        Optional<Iteration> iteration(String title) {
            return iterations.stream()
                    .filter(iteration -> iteration.title().equalsIgnoreCase(title))
                    .findFirst();
        }
    }

    /** @param color one of GraphQL's {@code ProjectV2SingleSelectFieldOptionColor} */
    record Option(String id, String name, String color) {}

    record Iteration(String id, String title, LocalDate start, int days) {

        public boolean isOver(LocalDate today) {
            return !start.plusDays(days).isAfter(today);
        }
    }

    /** What an item says in a column. */
    sealed interface Value {

        record Text(String text) implements Value {}

        record Amount(double number) implements Value {}

        record Day(LocalDate date) implements Value {}

        record Chosen(Option option) implements Value {}

        record Planned(Iteration iteration) implements Value {}
    }
}
