package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A rule's path: exact, a prefix (`*` at the end), or with `+` for whole segments.
///
/// @param text as written, without a leading slash
public record PathPattern(String text, Kind kind) {

    static final String FILLER = "~any~";

    /// How a pattern matches.
    public enum Kind {
        EXACT,
        PREFIX,
        SEGMENTS
    }

    /// Which of two patterns that match the same path applies: the greater one. In this order: the one whose first
    /// wildcard comes later; the one without `*` at its end; the one with fewer `+`; the longer; the greater text.
    public static final Comparator<PathPattern> PRIORITY = Comparator.comparingInt(PathPattern::firstWildcard)
            .thenComparing(PathPattern::endsOpen, Comparator.reverseOrder())
            .thenComparing(PathPattern::plusSegments, Comparator.reverseOrder())
            .thenComparingInt(pattern -> pattern.body().getBytes(StandardCharsets.UTF_8).length)
            .thenComparing(PathPattern::body);

    /// @throws PolicySyntaxException for `+*`, which the server refuses
    public static PathPattern of(String path) throws PolicySyntaxException {
        String text = path.startsWith("/") ? path.substring(1) : path;
        if (text.contains("+*")) {
            throw new PolicySyntaxException("path \"" + text + "\": '+*' is not a wildcard");
        }
        if (text.equals("+") || text.contains("/+") || text.startsWith("+/")) {
            return new PathPattern(text, Kind.SEGMENTS);
        }
        return new PathPattern(text, text.endsWith("*") ? Kind.PREFIX : Kind.EXACT);
    }

    /// As [#of]; empty for what the server refuses.
    public static Optional<PathPattern> find(String path) {
        try {
            return Optional.of(of(path));
        } catch (PolicySyntaxException _) {
            return Optional.empty();
        }
    }

    public boolean endsOpen() {
        return kind != Kind.EXACT && text.endsWith("*");
    }

    /// The text without the `*` at its end.
    public String body() {
        return endsOpen() ? text.substring(0, text.length() - 1) : text;
    }

    public boolean matches(String path) {
        return switch (kind) {
            case EXACT -> path.equals(text);
            case PREFIX -> path.startsWith(body());
            case SEGMENTS -> matchesSegments(path);
        };
    }

    /// A path that both match, with wildcards of both filled by something that nothing else is likely to name; empty
    /// where no path can match both.
    public Optional<String> common(PathPattern other) {
        return Overlap.of(segments(body()), endsOpen(), segments(other.body()), other.endsOpen());
    }

    private boolean matchesSegments(String path) {
        String pattern = body();
        boolean open = endsOpen();
        int at = 0;
        int place = 0;
        while (true) {
            int end = end(pattern, at);
            int ends = end(path, place);
            boolean last = end == pattern.length();
            if (last && open) {
                return path.startsWith(pattern.substring(at), place);
            }
            boolean any = end - at == 1 && pattern.charAt(at) == '+';
            if (!any && (end - at != ends - place || !path.regionMatches(place, pattern, at, end - at))) {
                return false;
            }
            if (last || ends == path.length()) {
                return last && ends == path.length();
            }
            at = end + 1;
            place = ends + 1;
        }
    }

    private static int end(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }

    /// Where the first `+` stands, even one inside a segment; for a prefix its length.
    private int firstWildcard() {
        return kind == Kind.SEGMENTS ? text.indexOf('+') : body().length();
    }

    private int plusSegments() {
        return kind == Kind.SEGMENTS
                ? (int) segments(body()).stream().filter("+"::equals).count()
                : 0;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /// A path that stands for all that the pattern matches: each wildcard filled by something that no other pattern is
    /// likely to name.
    public String example() {
        String filled = kind == Kind.SEGMENTS
                ? String.join(
                        "/",
                        segments(body()).stream()
                                .map(it -> it.equals("+") ? FILLER : it)
                                .toList())
                : body();
        return endsOpen() ? filled + FILLER : filled;
    }
}
