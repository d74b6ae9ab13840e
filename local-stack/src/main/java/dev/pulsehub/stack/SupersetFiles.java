package dev.pulsehub.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Superset's configuration, dashboards and lock of packages, which travel in this program's jar. */
final class SupersetFiles {

    private static final String PACKAGED = "/superset";

    private final Path folder;

    private SupersetFiles(Path folder) {
        this.folder = folder;
    }

    /** Unpacks them anew, so that what is run is what was built. */
    static SupersetFiles unpackedIn(Path folder) throws IOException {
        URL packaged = SupersetFiles.class.getResource(PACKAGED + "/requirements.txt");
        if (packaged == null) {
            throw new IOException("Superset's files are not packaged with this program");
        }
        try {
            URI file = packaged.toURI();
            if ("jar".equals(file.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(file, Map.of())) {
                    copy(jar.getPath(PACKAGED), folder);
                }
            } else {
                copy(Path.of(file).resolveSibling(""), folder);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return new SupersetFiles(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        deleteTree(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst =
                    files.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Twelve hexadecimal digits that change with any package. */
    String lockHash() throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file("requirements.txt")));
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
