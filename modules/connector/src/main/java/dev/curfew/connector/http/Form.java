package dev.curfew.connector.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// `application/x-www-form-urlencoded`, as OAuth has it (RFC 6749, appendix B): names and values as a form, or as a
/// query.
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

    /// A parameter that comes twice counts as none: which of them is meant, nobody could tell (RFC 6749, section 3.1).
    public static Map<String, String> read(String query) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : decoded(parts[1]);
            fields.merge(decoded(parts[0]), value, (_, _) -> "");
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    public static String text(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + segment(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
