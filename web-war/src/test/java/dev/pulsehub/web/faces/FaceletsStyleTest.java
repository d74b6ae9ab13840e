package dev.pulsehub.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Pages hold structure only: no style, no script, no logic, no words of their own. */
class FaceletsStyleTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern LOGIC =
            Pattern.compile("\\?|==|!=|&&|\\|\\||<|>|\\b(eq|ne|lt|gt|le|ge|and|or|div|mod)\\b|[+*]");
    private static final Set<String> INPUTS = Set.of("input", "select", "textarea");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_holds_structure_only(Path page) throws Exception {
        assertThat(violations(Files.readString(page))).as(page.toString()).isEmpty();
    }

    @Test
    void every_rule_bites() throws Exception {
        String broken = """
                <div xmlns="http://www.w3.org/1999/xhtml" style="x" onclick="y">
                  <p>words</p><p>#{a.b ? 'c' : 'd'}</p><p>#{a.b == 1}</p>
                  <input/><img src="a.png"/><script>z</script><span escape="false"/>
                  <form><form/></form><!-- <b>old</b> -->
                </div>
                """;

        assertThat(violations(broken))
                .extracting(violation -> violation.substring(0, violation.indexOf(':')))
                .contains(
                        "style",
                        "handler",
                        "words",
                        "logic",
                        "id",
                        "alt",
                        "script",
                        "escape",
                        "nested form",
                        "comment");
    }

    private static List<String> violations(String page) throws Exception {
        List<String> found = new ArrayList<>();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        walk(
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement(),
                found);
        return found;
    }

    private static void walk(Node node, List<String> found) {
        if (node instanceof Element element) {
            element(element, found);
        }
        if (node.getNodeType() == Node.TEXT_NODE) {
            text(node.getTextContent(), found);
        }
        if (node.getNodeType() == Node.COMMENT_NODE && node.getTextContent().contains("<")) {
            found.add("comment: holds markup: " + node.getTextContent());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            walk(child, found);
        }
    }

    private static void element(Element element, List<String> found) {
        String name = element.getTagName();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attribute(element.getAttributes().item(i), found);
        }
        if ("script".equals(name) || "style".equals(name)) {
            found.add("script: inline " + name);
        }
        if (INPUTS.contains(name) && !element.hasAttribute("id")) {
            found.add("id: an input without one");
        }
        if ("img".equals(name) && !element.hasAttribute("alt")) {
            found.add("alt: an image without one");
        }
        if (name.endsWith("form") && hasAncestor(element, name)) {
            found.add("nested form: " + name);
        }
    }

    private static void attribute(Node attribute, List<String> found) {
        if ("style".equals(attribute.getNodeName())) {
            found.add("style: " + attribute.getNodeValue());
        }
        if (attribute.getNodeName().startsWith("on")) {
            found.add("handler: " + attribute.getNodeName());
        }
        if ("escape".equals(attribute.getNodeName())) {
            found.add("escape: strangers' words are always escaped");
        }
        logic(attribute.getNodeValue(), found);
    }

    private static void text(String text, List<String> found) {
        logic(text, found);
        if (EXPRESSION.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter)) {
            found.add("words: " + text.strip());
        }
    }

    private static void logic(String text, List<String> found) {
        EXPRESSION.matcher(text).results().map(match -> match.group(1)).forEach(expression -> {
            String path = expression.replaceAll("\\['[^']*']", "");
            if (LOGIC.matcher(path).find() || path.contains("(")) {
                found.add("logic: " + expression);
            }
        });
    }

    private static boolean hasAncestor(Element element, String name) {
        for (Node node = element.getParentNode(); node != null; node = node.getParentNode()) {
            if (name.equals(node.getNodeName())) {
                return true;
            }
        }
        return false;
    }
}
