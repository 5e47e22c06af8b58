package dev.curfew.connector.folder.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What environment a file is for, as its path says it.
public final class Environments {
    private static final Pattern BETWEEN = Pattern.compile("[/._-]+");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("prod", "production"),
            Map.entry("production", "production"),
            Map.entry("live", "production"),
            Map.entry("stage", "staging"),
            Map.entry("staging", "staging"),
            Map.entry("stg", "staging"),
            Map.entry("dev", "development"),
            Map.entry("development", "development"),
            Map.entry("local", "development"),
            Map.entry("test", "test"),
            Map.entry("testing", "test"),
            Map.entry("qa", "test"));

    private Environments() {}

    /// Empty where it says nothing; the last word counts.
    public static String of(String path) {
        List<String> words = Arrays.asList(BETWEEN.split(path.toLowerCase(Locale.ROOT)));
        return words.reversed().stream()
                .filter(WORDS::containsKey)
                .map(WORDS::get)
                .findFirst()
                .orElse("");
    }
}
