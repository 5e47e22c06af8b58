package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.condition.value.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A text with policy variables: `${aws:username}`, `${aws:username, 'default'}`, and `${*}`, `${?}`, `${$}` for the
/// characters themselves. Compiled once; a policy of version 2008-10-17 has none.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
public final class Variables {

    /// @param key null for a piece of text
    /// @param name the key as it is written
    /// @param text the piece of text, or the default
    private record Piece(@Nullable String key, String name, String text, boolean hasDefault) {
        static Piece text(String text) {
            return new Piece(null, "", text, false);
        }
    }

    private static final Piece[] NONE = {};
    /// Enough to show a difference.
    private static final int FILLINGS_MAX = 16;

    private static final String DEFAULT_SEPARATOR = ", ";

    private final Piece[] pieces;
    private final String constant;
    private final boolean marked;

    private Variables(Piece[] pieces, String constant, boolean marked) {
        this.pieces = pieces;
        this.constant = constant;
        this.marked = marked;
    }

    /// @param enabled whether the policy's version has variables
    /// @param wildcards whether the text between variables may hold wildcards
    public static Variables compile(String text, boolean enabled, boolean wildcards) {
        int start = enabled ? text.indexOf("${") : -1;
        if (start < 0) {
            return new Variables(NONE, text, false);
        }
        List<Piece> pieces = new ArrayList<>();
        boolean variables = false;
        int at = 0;
        for (; start >= 0; start = text.indexOf("${", at)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            if (start > at) {
                pieces.add(Piece.text(literal(text.substring(at, start), wildcards)));
            }
            Piece variable = variable(text.substring(start + 2, end));
            pieces.add(variable);
            variables |= variable.key() != null;
            at = end + 1;
        }
        pieces.add(Piece.text(literal(text.substring(at), wildcards)));
        Piece[] all = pieces.toArray(NONE);
        return new Variables(variables ? all : NONE, joined(all), wildcards);
    }

    private static String literal(String text, boolean wildcards) {
        return wildcards ? Glob.wildcards(text) : text;
    }

    private static String joined(Piece[] pieces) {
        StringBuilder joined = new StringBuilder();
        for (Piece piece : pieces) {
            joined.append(piece.text());
        }
        return joined.toString();
    }

    private static Piece variable(String inner) {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return Piece.text(inner);
        }
        int comma = inner.indexOf(DEFAULT_SEPARATOR);
        String name = (comma < 0 ? inner : inner.substring(0, comma)).strip();
        String quoted = comma < 0 ? "" : inner.substring(comma + DEFAULT_SEPARATOR.length());
        boolean wellFormed = quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
        String value = wellFormed ? quoted.substring(1, quoted.length() - 1) : "";
        return new Piece(ContextKey.of(name), name, value, wellFormed);
    }

    /// Whether it is the same for every request.
    public boolean isConstant() {
        return pieces.length == 0;
    }

    public String constant() {
        return constant;
    }

    /// Whether its wildcards are marked: only where a character in it could be taken for one.
    boolean isMarked() {
        return marked;
    }

    /// The text up to the first variable.
    String start() {
        StringBuilder start = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.key() != null) {
                return start.toString();
            }
            start.append(piece.text());
        }
        return constant;
    }

    /// The text for one request; null when a variable has no value (the empty text is none), or several, and no
    /// default.
    ///
    /// @param unknown stands for a variable whose value is not known
    @Nullable
    String fill(RequestContext context, String unknown) {
        if (pieces.length == 0) {
            return constant;
        }
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.key() == null) {
                filled.append(piece.text());
                continue;
            }
            String value = context.single(piece.key());
            if (!value.isEmpty()) {
                filled.append(value);
            } else if (context.isUnknown(piece.key())) {
                filled.append(unknown);
            } else if (piece.hasDefault()) {
                filled.append(piece.text());
            } else {
                return null;
            }
        }
        return filled.toString();
    }

    /// Whether it needs a key that is not known.
    boolean isUnknown(RequestContext context) {
        if (context.isPartial()) {
            for (Piece piece : pieces) {
                if (piece.key() != null && context.isUnknown(piece.key())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The keys that it needs and that are not known, as they are written.
    void unknownKeys(RequestContext context, Set<String> names) {
        for (Piece piece : pieces) {
            if (piece.key() != null && context.isUnknown(piece.key())) {
                names.add(piece.name());
            }
        }
    }

    /// The texts for values that the unknown keys could have.
    Set<String> fillings(RequestContext context, Function<String, Collection<String>> others) {
        Set<String> fillings = new LinkedHashSet<>(Set.of(""));
        for (Piece piece : pieces) {
            Set<String> longer = new LinkedHashSet<>();
            for (String value : values(piece, context, others)) {
                fillings.stream().limit(FILLINGS_MAX).forEach(start -> longer.add(start + value));
            }
            fillings = longer;
        }
        return fillings;
    }

    private static Collection<String> values(
            Piece piece, RequestContext context, Function<String, Collection<String>> others) {
        if (piece.key() == null) {
            return List.of(piece.text());
        }
        Set<String> values = new LinkedHashSet<>();
        if (context.isUnknown(piece.key())) {
            values.addAll(others.apply(piece.key()));
        } else {
            values.add(context.single(piece.key()));
        }
        if (piece.hasDefault()) {
            values.add(piece.text());
        }
        values.remove("");
        return values;
    }

    /// Values of one variable with which the whole could be the text: what stands in the text between what stands
    /// before and behind the variable here.
    void holes(String key, String text, Samples samples) {
        for (int i = 0; i < pieces.length; i++) {
            if (key.equals(pieces[i].key())) {
                holes(i, text, samples);
            }
        }
    }

    private void holes(int piece, String text, Samples samples) {
        String before = piece == 0 || pieces[piece - 1].key() != null ? "" : pieces[piece - 1].text();
        String behind = piece == pieces.length - 1 || pieces[piece + 1].key() != null ? "" : pieces[piece + 1].text();
        String left = before.substring(Math.max(before.lastIndexOf(Glob.STAR), before.lastIndexOf(Glob.ANY)) + 1);
        String right = behind.substring(0, Glob.literalLength(behind));
        boolean last = behind.isEmpty() && piece >= pieces.length - 2;
        for (int start = piece == 0 ? 0 : left.length(); start < text.length(); start++) {
            for (int end = start + 1; end <= text.length(); end++) {
                boolean fits = text.startsWith(left, start - left.length())
                        && (last ? end == text.length() : text.startsWith(right, end));
                if (fits) {
                    samples.add(text.substring(start, end));
                }
            }
            if (piece == 0) {
                break;
            }
        }
    }
}
