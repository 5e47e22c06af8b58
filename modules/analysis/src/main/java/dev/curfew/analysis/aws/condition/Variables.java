package dev.curfew.analysis.aws.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A text with policy variables: `${aws:username}`, `${aws:username, 'default'}`, and `${*}`, `${?}`, `${$}` for the
/// characters themselves. Compiled once; a policy of version 2008-10-17 has none.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
public final class Variables {

    /// @param key null for a piece of text
    private record Piece(@Nullable String key, String text, boolean hasDefault) {}

    private static final String DEFAULT_SEPARATOR = ", ";

    private final List<Piece> pieces;
    private final String constant;

    private Variables(String constant) {
        this.pieces = List.of();
        this.constant = constant;
    }

    private Variables(List<Piece> pieces) {
        this.pieces = pieces.stream().anyMatch(piece -> piece.key() != null) ? List.copyOf(pieces) : List.of();
        this.constant = String.join("", pieces.stream().map(Piece::text).toList());
    }

    /// @param enabled whether the policy's version has variables
    /// @param literal what is done to the text between variables, for example marking its wildcards
    public static Variables compile(String text, boolean enabled, UnaryOperator<String> literal) {
        if (!enabled || !text.contains("${")) {
            return new Variables(literal.apply(text));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            pieces.add(new Piece(null, literal.apply(text.substring(at, start)), false));
            pieces.add(variable(text.substring(start + 2, end)));
            at = end + 1;
        }
        pieces.add(new Piece(null, literal.apply(text.substring(at)), false));
        return new Variables(pieces);
    }

    private static Piece variable(String inner) {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return new Piece(null, inner, false);
        }
        int comma = inner.indexOf(DEFAULT_SEPARATOR);
        if (comma < 0) {
            return new Piece(RequestContext.lower(inner.strip()), "", false);
        }
        String quoted = inner.substring(comma + DEFAULT_SEPARATOR.length());
        boolean wellFormed = quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
        return new Piece(
                RequestContext.lower(inner.substring(0, comma).strip()),
                wellFormed ? quoted.substring(1, quoted.length() - 1) : "",
                wellFormed);
    }

    /// Whether it is the same for every request.
    public boolean isConstant() {
        return pieces.isEmpty();
    }

    public String constant() {
        return constant;
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

    /// The text for one request; empty when a variable has no value (the empty text is none), or several, and no
    /// default.
    public Optional<String> fill(RequestContext context) {
        return fill(context, "");
    }

    /// @param unknown stands for a variable whose value is not known
    Optional<String> fill(RequestContext context, String unknown) {
        if (isConstant()) {
            return Optional.of(constant);
        }
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.key() == null) {
                filled.append(piece.text());
                continue;
            }
            String value = context.single(piece.key());
            if (context.isUnknown(piece.key())) {
                filled.append(unknown);
            } else if (!value.isEmpty()) {
                filled.append(value);
            } else if (piece.hasDefault()) {
                filled.append(piece.text());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(filled.toString());
    }

    /// The keys that it needs and that are not known.
    List<String> unknownKeys(RequestContext context) {
        List<String> unknown = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.key() != null && context.isUnknown(piece.key())) {
                unknown.add(piece.key());
            }
        }
        return unknown;
    }
}
