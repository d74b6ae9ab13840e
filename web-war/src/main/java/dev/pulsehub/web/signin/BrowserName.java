package dev.pulsehub.web.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call a browser that calls itself by half a line of names. Who lies about it is believed. */
final class BrowserName {

    private static final int LONGEST = 40;
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome"); // names Safari too
        BROWSERS.put("Safari/", "Safari");
        BROWSERS.put("curl/", "curl");
        BROWSERS.put("Java-http-client/", "Java");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    static String of(String userAgent) {
        return named(BROWSERS, userAgent, userAgent.substring(0, Math.min(LONGEST, userAgent.length())));
    }

    static String system(String userAgent) {
        return named(SYSTEMS, userAgent, "an unknown system");
    }

    private static String named(Map<String, String> names, String text, String otherwise) {
        return names.entrySet().stream()
                .filter(one -> text.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
