package dev.curfew.connector.keycloak.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Names and values as a form, or as a query.
public final class Form {
    public static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    public static byte[] bytes(Map<String, String> fields) {
        return text(fields).getBytes(StandardCharsets.US_ASCII);
    }

    /// @param namesAndValues in turn
    public static String query(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return text(fields);
    }

    /// One part of a path.
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + segment(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
