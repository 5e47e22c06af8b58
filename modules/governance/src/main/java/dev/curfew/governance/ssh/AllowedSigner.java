package dev.curfew.governance.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of an `allowed_signers` file: `ssh-keygen(1)`, ALLOWED SIGNERS.
///
/// @param line its number, from 1
/// @param principals whom it names, patterns among them
/// @param options as they are written: `namespaces="file"`
/// @param key null where it has none that is taken
public record AllowedSigner(
        int line,
        List<String> principals,
        List<String> options,
        @Nullable SshKey key) {
    /// A list for a large organisation has some thousand lines.
    public static final int BYTES_MAX = 1 << 20;

    /// Up to white space; what is in quotes may hold some. Possessive, since a long word would overflow the stack.
    private static final Pattern WORD = Pattern.compile("((?:\"[^\"]*\"|[^\\s\"])++)\\s*(.*)");

    /// Between commas; what is in quotes may hold some.
    private static final Pattern PART = Pattern.compile("(?:\"[^\"]*\"|[^,\"])++");

    public AllowedSigner {
        principals = List.copyOf(principals);
        options = List.copyOf(options);
    }

    /// All but remarks and empty lines.
    public static List<AllowedSigner> of(String file) {
        List<AllowedSigner> all = new ArrayList<>();
        List<String> lines = file.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                all.add(of(i + 1, line));
            }
        }
        return List.copyOf(all);
    }

    private static AllowedSigner of(int number, String line) {
        Matcher principals = WORD.matcher(line);
        if (!principals.matches()) {
            return new AllowedSigner(number, List.of(), List.of(), null);
        }
        List<String> named = parts(principals.group(1).replace("\"", ""));
        String rest = principals.group(2);
        SshKey key = SshKey.parse(rest).orElse(null);
        Matcher options = WORD.matcher(rest);
        return key != null || !options.matches()
                ? new AllowedSigner(number, named, List.of(), key)
                : new AllowedSigner(
                        number,
                        named,
                        parts(options.group(1)),
                        SshKey.parse(options.group(2)).orElse(null));
    }

    private static List<String> parts(String text) {
        return PART.matcher(text).results().map(part -> part.group().strip()).toList();
    }

    /// Whether an option of that name is there; names are compared without regard to case.
    public boolean has(String option) {
        return value(option) != null;
    }

    /// Whether it has no option but of that name.
    public boolean hasOnly(String option) {
        return options.stream().allMatch(one -> name(one).equals(option));
    }

    /// Whether what it signs may be for a purpose: a namespace, as in `ssh-keygen -Y sign -n`. A list that excludes
    /// some is taken to be for none.
    public boolean isFor(String namespace) {
        String namespaces = value("namespaces");
        return namespaces == null
                || (namespaces.indexOf('!') < 0
                        && parts(namespaces).stream().anyMatch(List.of(namespace, "*")::contains));
    }

    /// Empty for one without a value; null where it is not there.
    private @Nullable String value(String option) {
        return options.stream()
                .filter(one -> name(one).equals(option))
                .findFirst()
                .map(one -> one.substring(Math.min(one.length(), option.length() + 1))
                        .replace("\"", ""))
                .orElse(null);
    }

    private static String name(String option) {
        int end = option.indexOf('=');
        return (end < 0 ? option : option.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
