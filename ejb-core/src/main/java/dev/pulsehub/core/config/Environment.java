package dev.pulsehub.core.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One service's variables, read as the catalogue says; what is wrong with them is collected, not thrown. */
final class Environment {

    private static final String OURS = "PULSEHUB_";
    private static final Set<String> KNOWN = Arrays.stream(Variable.values())
            .flatMap(variable -> Stream.concat(Stream.of(variable.name()), variable.alias().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private final Deployable reader;
    private final Map<String, String> variables;
    private final Map<Variable, String> values = new EnumMap<>(Variable.class);
    private final Set<String> problems = new TreeSet<>();

    Environment(Deployable reader, Map<String, String> variables) {
        this.reader = reader;
        this.variables = Map.copyOf(variables);
        Arrays.stream(Variable.values()).filter(one -> one.isReadBy(reader)).forEach(this::read);
        refuseUnknown();
    }

    private void read(Variable variable) {
        Optional<String> ours = given(variable.name());
        Optional<String> theirs = variable.alias().flatMap(this::given);
        if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
            String alias = variable.alias().orElseThrow();
            problems.add(variable.name() + " and " + alias + " say different things; leave out " + alias);
        }
        Optional<String> value = ours.or(() -> theirs);
        if (value.isEmpty() && variable.need().stopsTheStart(isSingleUser())) {
            problems.add(variable.names() + " is missing: " + variable.meaning() + slip(variable));
        }
        value.ifPresent(text -> keep(variable, text));
    }

    private void keep(Variable variable, String text) {
        if (variable.format().accepts(text)) {
            values.put(variable, text);
        } else if (variable.isSecret()) {
            problems.add(variable.names() + " must be " + variable.format().words() + "; it is something else, "
                    + text.length() + " characters long");
        } else {
            problems.add(variable.names() + " is \"" + text + "\"; it must be "
                    + variable.format().words());
        }
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private boolean isSingleUser() {
        return given(Variable.PULSEHUB_SINGLE_USER.name()).orElse("").equalsIgnoreCase("true");
    }

    private String slip(Variable missing) {
        return variables.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && Spelling.isSlip(name, missing.name()))
                .sorted()
                .findFirst()
                .map(name -> " (there is " + name + ": is it misspelt?)")
                .orElse("");
    }

    /** A misspelt variable would otherwise be silently without effect. */
    private void refuseUnknown() {
        Set<String> ours = KNOWN.stream().filter(name -> name.startsWith(OURS)).collect(Collectors.toSet());
        variables.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !ours.contains(name))
                .forEach(name -> problems.add(name + " is unknown; did you mean "
                        + Spelling.nearest(name, ours).orElseThrow() + "?"));
    }

    /** What is set, else what the catalogue presets. */
    Optional<String> find(Variable variable) {
        if (!variable.isReadBy(reader)) {
            throw new IllegalArgumentException(variable + " is not read by " + reader + ", says the catalogue");
        }
        return Optional.ofNullable(values.get(variable)).or(variable::preset);
    }

    Optional<Secret> findSecret(Variable variable) {
        return find(variable).map(Secret::new);
    }

    /** An empty secret when it is missing, which is a problem already. */
    Secret secret(Variable variable) {
        return findSecret(variable).orElse(new Secret(""));
    }

    Optional<URI> findAddress(Variable variable) {
        return find(variable).map(text -> URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
    }

    /** A local address when it is missing, which is a problem already. */
    URI address(Variable variable) {
        return findAddress(variable).orElse(URI.create("http://localhost"));
    }

    boolean flag(Variable variable) {
        return find(variable).orElse("").equalsIgnoreCase("true");
    }

    List<String> list(Variable variable) {
        return find(variable).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** The constant that is named; the variable has a preset. */
    <E extends Enum<E>> E choice(Variable variable, Class<E> among) {
        String name = find(variable).orElseThrow();
        return Arrays.stream(among.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Ends the reading.
     *
     * @throws Misconfigured with every problem there is
     */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new Misconfigured(new ArrayList<>(problems));
        }
    }
}
