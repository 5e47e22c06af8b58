package dev.curfew.connector.aws.credential;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A text in the form of AWS's shared `config` and `credentials` files. Of nested settings (`s3 =`, and lines further
/// in) nothing is kept.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>
final class ConfigText {
    private static final Pattern COMMENT = Pattern.compile("\\s[#;].*$");

    private ConfigText() {}

    /// @return by what stands between the brackets, its white space made one blank
    static Map<String, Map<String, String>> sections(String text) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
                continue;
            }
            if (bare.startsWith("[") && bare.contains("]")) {
                section = sections.computeIfAbsent(name(bare.substring(1, bare.indexOf(']'))), _ -> new TreeMap<>());
            } else if (!Character.isWhitespace(line.charAt(0)) || section.isEmpty()) {
                setting(bare, section);
            }
        }
        return sections;
    }

    private static String name(String between) {
        return between.strip().replaceAll("\\s+", " ").replace("\"", "").replace("'", "");
    }

    private static void setting(String line, Map<String, String> section) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            String value = COMMENT.matcher(line.substring(equals + 1)).replaceFirst("");
            section.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT), value.strip());
        }
    }
}
