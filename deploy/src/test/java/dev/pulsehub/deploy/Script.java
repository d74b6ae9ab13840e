package dev.pulsehub.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a script of this folder, with an environment that holds nothing but what is given. */
record Script(String name, Map<String, String> environment) {

    static final Path FOLDER = Path.of("scripts").toAbsolutePath();

    /** How it ended, and what it said on both outputs. */
    record Outcome(int code, String said) {}

    static Script named(String name) {
        return new Script(name, Map.of());
    }

    Script with(String variable, String value) {
        Map<String, String> more = new java.util.HashMap<>(environment);
        more.put(variable, value);
        return new Script(name, Map.copyOf(more));
    }

    Outcome run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.add(FOLDER.resolve(name).toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(command, environment);
    }

    static Outcome run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(one -> !List.of("PATH", "HOME").contains(one));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end; it said: " + said);
        }
        return new Outcome(process.exitValue(), said);
    }

    /** Whether a command of that name can be run here. */
    static boolean isThere(String command, String... arguments) {
        try {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(List.of(arguments));
            return run(all, Map.of()).code() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
