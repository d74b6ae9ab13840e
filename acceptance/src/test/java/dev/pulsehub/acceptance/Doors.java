package dev.pulsehub.acceptance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of the product answers somebody, read off what was built. */
final class Doors {

    private static final Path WEB = Path.of("..", "web-war");
    private static final Path MCP = Path.of("..", "mcp-war");

    private Doors() {}

    static Set<String> built() throws IOException {
        Set<String> doors = new TreeSet<>(views());
        JavaClasses web = new ClassFileImporter().importPath(WEB.resolve("target/classes"));
        JavaClasses mcp = new ClassFileImporter().importPath(MCP.resolve("target/classes"));
        for (JavaClass type : web) {
            servlets(type).map(path -> "servlet web " + path).forEach(doors::add);
            values(type, "jakarta.websocket.server.ServerEndpoint", "value")
                    .map(path -> "socket " + path)
                    .forEach(doors::add);
            type.getMethods().stream()
                    .filter(method -> Stream.of("GET", "POST", "PUT", "DELETE", "PATCH")
                            .anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)))
                    .forEach(method -> doors.add("rest " + type.getSimpleName() + "." + method.getName()));
            if (type.getSimpleName().equals("AnalyticsDashboard")) {
                type.getFields().stream()
                        .filter(field -> field.getRawType().equals(type))
                        .forEach(field -> doors.add("dashboard " + field.getName()));
            }
        }
        for (JavaClass type : mcp) {
            servlets(type).map(path -> "servlet mcp " + path).forEach(doors::add);
            if (type.getAllRawInterfaces().stream()
                            .anyMatch(one -> one.getSimpleName().equals("PulseTool"))
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                doors.add("tool " + type.getSimpleName());
            }
        }
        return doors;
    }

    /** Views outside of WEB-INF are pages; fragments and templates are not. */
    private static Set<String> views() throws IOException {
        Path root = WEB.resolve("src/main/webapp");
        Set<String> views = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .filter(name -> !name.startsWith("WEB-INF") && !name.startsWith("resources"))
                    .forEach(name -> views.add("view /" + name));
        }
        return views;
    }

    private static Stream<String> servlets(JavaClass type) {
        String annotation = "jakarta.servlet.annotation.WebServlet";
        return Stream.concat(values(type, annotation, "value"), values(type, annotation, "urlPatterns"));
    }

    private static Stream<String> values(JavaClass type, String annotation, String name) {
        return type.tryGetAnnotationOfType(annotation).flatMap(one -> one.get(name)).stream()
                .flatMap(value -> value instanceof String[] many ? Arrays.stream(many) : Stream.of(value.toString()));
    }
}
