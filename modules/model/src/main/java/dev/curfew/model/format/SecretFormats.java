package dev.curfew.model.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The forms of credentials that issuers publish, from `secret-formats.txt`.
public final class SecretFormats {
    private static final String RESOURCE = "secret-formats.txt";
    private static final int COLUMNS = 5;
    private static final SecretFormats PACKAGED = new SecretFormats(read());

    private final List<SecretFormat> all;

    private SecretFormats(List<SecretFormat> all) {
        this.all = List.copyOf(all);
    }

    /// The ones that are packaged with this module.
    public static SecretFormats packaged() {
        return PACKAGED;
    }

    public List<SecretFormat> all() {
        return all;
    }

    /// Everything in a text that has one of the forms, in the order in which it stands there.
    public List<FoundSecret> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        NavigableMap<Integer, FoundSecret> found = new TreeMap<>();
        for (SecretFormat format : all) {
            if (format.anchors().stream().anyMatch(lower::contains)) {
                Matcher matcher = format.pattern().matcher(text);
                boolean group = format.pattern().namedGroups().containsKey(SecretFormat.VALUE);
                while (matcher.find()) {
                    FoundSecret each = group
                            ? new FoundSecret(
                                    format, matcher.start(SecretFormat.VALUE), matcher.end(SecretFormat.VALUE))
                            : new FoundSecret(format, matcher.start(), matcher.end());
                    if (isFree(found, each)) {
                        found.put(each.start(), each);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isFree(NavigableMap<Integer, FoundSecret> found, FoundSecret each) {
        Map.Entry<Integer, FoundSecret> before = found.lowerEntry(each.end());
        return before == null || before.getValue().end() <= each.start();
    }

    /// The form of a text that is a credential of it as a whole, white space at its ends aside.
    public Optional<SecretFormat> of(String text) {
        String whole = text.strip();
        return in(whole).stream()
                .filter(it -> it.start() == 0 && it.end() == whole.length())
                .map(FoundSecret::format)
                .findFirst();
    }

    private static List<SecretFormat> read() {
        try (InputStream in = SecretFormats.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged beside " + SecretFormats.class);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SecretFormat> parse(String text) {
        List<SecretFormat> formats = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SecretFormats::format)
                .collect(Collectors.toCollection(ArrayList::new));
        if (formats.stream().map(SecretFormat::id).distinct().count() < formats.size()) {
            throw new IllegalArgumentException("two lines of one id in " + RESOURCE);
        }
        return formats;
    }

    private static SecretFormat format(String line) {
        String[] columns = line.split("\\s*\\|\\s*", COLUMNS);
        if (columns.length != COLUMNS || !List.of("value", "id").contains(columns[1])) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        }
        List<String> anchors = List.of(columns[2].split("\\s+"));
        Pattern pattern = Pattern.compile("(?<![A-Za-z0-9_])(?:" + columns[4] + ")(?![A-Za-z0-9_])");
        return new SecretFormat(columns[0], columns[1].equals("value"), anchors, columns[3], pattern);
    }
}
