package dev.curfew.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a class says has words in the bundle of its package: a key without words fails only when somebody is to read
/// it.
class MessageKeysTest {
    private static final Path ROOT = Path.of("..");

    /// `MESSAGES.text("key"`, or `Messages.of(Own.class).text("key"`; a plus behind it means that more of the key
    /// follows.
    private static final Pattern KEY = Pattern.compile(
            "(?:MESSAGES|WORDS|messages|Messages\\s*\\.of\\(\\s*(\\w+)\\.class\\s*\\))\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*(\\+)?");

    @Test
    void everyKeyHasWords() throws IOException {
        List<String> wordless = new ArrayList<>();
        int found = 0;
        for (Path file : sources()) {
            Set<String> keys = keys(file);
            for (MatchResult key : KEY.matcher(Files.readString(file)).results().toList()) {
                if (isOwn(key, file)) {
                    found++;
                    if (!hasWords(key, keys)) {
                        wordless.add(file.getFileName() + ": " + key.group(2));
                    }
                }
            }
        }

        assertThat(found).isGreaterThan(1_000);
        assertThat(wordless).isEmpty();
    }

    /// Another class's words may be in another package's bundle.
    private static boolean isOwn(MatchResult key, Path file) {
        return key.group(1) == null || file.endsWith(key.group(1) + ".java");
    }

    private static boolean hasWords(MatchResult key, Set<String> keys) {
        return key.group(3) == null
                ? keys.contains(key.group(2))
                : keys.stream().anyMatch(it -> it.startsWith(key.group(2)));
    }

    private static Set<String> keys(Path source) throws IOException {
        Path bundle = Path.of(source.getParent().toString().replace("/java/", "/resources/"), "messages.properties");
        Properties words = new Properties();
        if (Files.exists(bundle)) {
            try (Reader reader = Files.newBufferedReader(bundle)) {
                words.load(reader);
            }
        }
        return words.stringPropertyNames();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(sources(ROOT.resolve("app")));
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            for (Path module : modules.toList()) {
                sources.addAll(sources(module));
            }
        }
        return sources;
    }

    private static List<Path> sources(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
