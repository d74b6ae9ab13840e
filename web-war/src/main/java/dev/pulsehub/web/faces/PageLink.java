package dev.pulsehub.web.faces;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An address inside the product, put together so that nothing in it can break out of it. */
public record PageLink(String path, Map<String, List<String>> parameters) {

    public PageLink {
        parameters = Map.copyOf(parameters);
    }

    public static PageLink to(String path) {
        return new PageLink(path, Map.of());
    }

    /** The same address with the parameter set to this value alone. */
    public PageLink with(String name, String value) {
        return with(name, List.of(value));
    }

    public PageLink with(String name, List<String> values) {
        Map<String, List<String>> changed = new TreeMap<>(parameters);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(values));
        }
        return new PageLink(path, changed);
    }

    public PageLink without(String... names) {
        Map<String, List<String>> changed = new TreeMap<>(parameters);
        for (String name : names) {
            changed.remove(name);
        }
        return new PageLink(path, changed);
    }

    /** The same filters on another page. */
    public PageLink at(String otherPath) {
        return new PageLink(otherPath, parameters);
    }

    /** Adds the value when it is absent, removes it when it is there. */
    public PageLink toggled(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(name, values);
    }

    @Override
    public String toString() {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
