package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages that ask people, and what they answered. */
final class Pages {

    /** Before a scope that a person does not grant. */
    private static final String WITHOUT = "without:";

    private final World world;

    Pages(World world) {
        this.world = world;
    }

    String authorize(App app, Map<String, String> asked) {
        String hidden = asked.entrySet().stream()
                .map(entry -> "<input type=\"hidden\" name=\"" + html(entry.getKey()) + "\" value=\""
                        + html(entry.getValue()) + "\">")
                .collect(Collectors.joining());
        return ask("Authorize " + html(app.name()), "/login/oauth/authorize", hidden, asked.getOrDefault("scope", ""));
    }

    /** Asks for the code a device shows; once it is known, for the person's word on it. */
    String device(Optional<App> app, String userCode, String scopes) {
        if (app.isPresent()) {
            String hidden = "<input type=\"hidden\" name=\"user_code\" value=\"" + html(userCode) + "\">";
            return ask("Authorize " + html(app.get().name()), "/login/device", hidden, scopes);
        }
        return page("Device activation", """
                <form method="get" action="/login/device">
                <p><label>Enter the code displayed on your device <input name="user_code" required></label></p>
                <button>Continue</button></form>
                """);
    }

    String say(String title) {
        return page(title, "");
    }

    private String ask(String title, String action, String hidden, String scopes) {
        String people = world.read(() -> world.accounts().stream()
                .filter(Pages::isPerson)
                .map(account -> "<option>" + html(account.login()) + "</option>")
                .collect(Collectors.joining()));
        String boxes = Grants.scopes(scopes).stream()
                .filter(scope -> !scope.isEmpty())
                .map(scope -> "<li><code>" + html(scope) + "</code> <label><input type=\"checkbox\" name=\"" + WITHOUT
                        + html(scope) + "\" value=\"yes\"> without it</label></li>")
                .collect(Collectors.joining());
        return page(title, """
                <form method="post" action="%s">%s
                <p>It asks for:</p><ul>%s</ul>
                <p><label>Sign in as <select name="login">%s</select></label></p>
                <button name="decision" value="allow">Authorize</button>
                <button name="decision" value="deny">Cancel</button></form>
                """.formatted(action, hidden, boxes.isEmpty() ? "<li>who you are</li>" : boxes, people));
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family:sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem">
                <h1>%s</h1>%s</body></html>
                """.formatted(title, title, body);
    }

    /** Who decided; empty where it is nobody of this world. */
    Optional<Account> person(Map<String, String> answer) {
        return world.read(() -> world.account(answer.getOrDefault("login", ""))).filter(Pages::isPerson);
    }

    static boolean allowed(Map<String, String> answer) {
        return answer.getOrDefault("decision", "").equals("allow");
    }

    /** The scopes asked for, but for those that the person withheld, with blanks between them. */
    static String granted(String asked, Map<String, String> answer) {
        List<String> scopes = Grants.scopes(asked);
        return scopes.stream()
                .filter(scope -> !answer.containsKey(WITHOUT + scope))
                .collect(Collectors.joining(" "));
    }

    private static boolean isPerson(Account account) {
        return account.type().equals("User") && account.exists();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
