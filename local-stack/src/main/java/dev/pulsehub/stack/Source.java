package dev.pulsehub.stack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the synchronised things come from. Each source has a database of its own, so that data never mix. */
public sealed interface Source {

    /** Name of the database and of the folder of the simulator's memory; the same source always has the same. */
    String name();

    /** How the terminal calls it. */
    String words();

    /** The simulator's demo organisation. */
    record Demo() implements Source {
        @Override
        public String name() {
            return "pulse_acme";
        }

        @Override
        public String words() {
            return "the demo organisation acme";
        }
    }

    /** Folders of GitHub's REST answers, served by the simulator as one tenant. */
    record Datasets(List<Path> folders) implements Source {

        public Datasets {
            folders = folders.stream()
                    .map(folder -> folder.toAbsolutePath().normalize())
                    .toList();
        }

        @Override
        public String name() {
            String spoken = folders.stream()
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.joining("_"));
            String whole = folders.stream().map(Path::toString).collect(Collectors.joining("\n"));
            return named("pulse_data_", spoken, whole);
        }

        @Override
        public String words() {
            return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
        }
    }

    /** GitHub itself, or an Enterprise server. */
    record RealGitHub(String organization, String token, URI apiUrl, URI url) implements Source {
        @Override
        public String name() {
            return named("pulse_github_", organization, apiUrl + "\n" + organization);
        }

        @Override
        public String words() {
            return organization + " on " + url;
        }

        @Override
        public String toString() {
            return "RealGitHub[" + words() + "]";
        }
    }

    private static String named(String prefix, String spoken, String whole) {
        String safe = spoken.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return prefix + safe.substring(0, Math.min(safe.length(), 30)) + "_" + digest(whole);
    }

    private static String digest(String whole) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
