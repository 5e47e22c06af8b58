package dev.curfew.governance.policy.cedar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text of policies, cut where one ends and the next begins: Cedar itself says of a text it cannot read neither which
/// policy nor where.
final class CedarText {
    private static final Pattern SCOPE_OF_ALL =
            Pattern.compile("(?:permit|forbid) ?\\( ?principal ?, ?action ?, ?resource ?\\) ?");
    private static final Pattern HEAD = Pattern.compile("(?:permit|forbid) ?");
    private static final Pattern ANNOTATIONS =
            Pattern.compile("^(?:\\s*@[A-Za-z_]\\w*\\s*(?:\\(\\s*\"(?:\\\\.|[^\"\\\\])*\"\\s*\\))?)*\\s*");
    private static final Pattern ONE_WHEN = Pattern.compile("when ?\\{ ?(.*?) ?}");

    private CedarText() {}

    /// A policy with the comments before it, as it stands in the text.
    ///
    /// @param start counted from 0
    record Piece(int start, String source) {}

    /// What is only blanks and comments is no piece.
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int next = skip(text, at);
            if (text.charAt(at) == ';') {
                pieces.add(new Piece(start, text.substring(start, next)));
                start = next;
            }
            at = next;
        }
        String rest = text.substring(start);
        if (!withoutComments(rest).isBlank()) {
            pieces.add(new Piece(start, rest));
        }
        return List.copyOf(pieces);
    }

    /// The end of what begins there: of a comment, of a text in quotes, or of one character.
    static int skip(String text, int at) {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        return text.charAt(at) == '"' ? endOfString(text, at) : at + 1;
    }

    private static int endOfString(String text, int quote) {
        int at = quote + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    static String withoutComments(String text) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int next = skip(text, at);
            if (!text.startsWith("//", at)) {
                rest.append(text, at, next);
            }
            at = next;
        }
        return rest.toString();
    }

    /// When a policy applies, in one line; empty: always.
    static String condition(String source) {
        String bare = withoutComments(source).strip();
        String body = ANNOTATIONS
                .matcher(bare)
                .replaceFirst("")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?; ?$", "");
        String clauses = SCOPE_OF_ALL.matcher(body).lookingAt()
                ? SCOPE_OF_ALL.matcher(body).replaceFirst("")
                : HEAD.matcher(body).replaceFirst("");
        var one = ONE_WHEN.matcher(clauses);
        return one.matches() && !one.group(1).matches(".*} ?(when|unless) ?\\{.*") ? one.group(1) : clauses;
    }

    /// The comment that stands right above a policy, without a blank line between; empty if there is none.
    static String remark(String text, int start) {
        List<String> lines = text.substring(0, start).lines().toList();
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).strip().startsWith("//")) {
            from--;
        }
        return String.join(
                " ",
                lines.subList(from, lines.size()).stream()
                        .map(line -> line.strip().replaceFirst("^//+", "").strip())
                        .toList());
    }
}
