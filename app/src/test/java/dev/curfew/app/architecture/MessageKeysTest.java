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
import org.jspecify.annotations.Nullable;
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
        for (Path file : files("src/main/java", ".java")) {
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

    @Test
    void noKeyIsInABundleTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        List<Path> bundles = files("src/main/resources", ".properties");
        for (Path bundle : bundles) {
            try (Reader reader = Files.newBufferedReader(bundle)) {
                Once once = new Once();
                once.load(reader);
                once.again.forEach(key -> twice.add(bundle + ": " + key));
            }
        }

        assertThat(bundles).hasSizeGreaterThan(100);
        assertThat(twice).as("of which only the last is read").isEmpty();
    }

    /// Remembers what is put again.
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1;

        private final transient List<Object> again = new ArrayList<>();

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                again.add(key);
            }
            return before;
        }
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

    private static List<Path> files(String folder, String ending) throws IOException {
        List<Path> files = new ArrayList<>(files(ROOT.resolve("app"), folder, ending));
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            for (Path module : modules.toList()) {
                files.addAll(files(module, folder, ending));
            }
        }
        return files;
    }

    private static List<Path> files(Path module, String folder, String ending) throws IOException {
        Path in = module.resolve(folder);
        if (!Files.exists(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
