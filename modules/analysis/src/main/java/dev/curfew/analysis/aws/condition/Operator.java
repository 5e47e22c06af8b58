package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.value.Comparison;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A condition operator as written, taken apart. Operators ignore case.
///
/// @param base null for `Null`, which looks only at whether the key is there
/// @param negated whether the values must not compare
/// @param ifExists whether an absent key is as good as one that holds
record Operator(@Nullable Comparison base, boolean negated, boolean ifExists, Quantifier quantifier) {

    /// How many of a key's values must hold.
    enum Quantifier {
        ONE,
        ALL,
        ANY
    }

    private static final String IF_EXISTS = "ifexists";
    private static final Set<String> NEGATED = Set.of(
            "stringnotequals",
            "stringnotequalsignorecase",
            "stringnotlike",
            "numericnotequals",
            "datenotequals",
            "arnnotequals",
            "arnnotlike",
            "notipaddress");

    /// Empty for an operator that AWS does not have.
    static Optional<Operator> of(String text) {
        String rest = text.toLowerCase(Locale.ROOT);
        Quantifier quantifier = Quantifier.ONE;
        if (rest.startsWith("forallvalues:")) {
            quantifier = Quantifier.ALL;
            rest = rest.substring("forallvalues:".length());
        } else if (rest.startsWith("foranyvalue:")) {
            quantifier = Quantifier.ANY;
            rest = rest.substring("foranyvalue:".length());
        }
        if (rest.equals("null")) {
            return Optional.of(new Operator(null, false, false, quantifier));
        }
        boolean ifExists = rest.endsWith(IF_EXISTS);
        if (ifExists) {
            rest = rest.substring(0, rest.length() - IF_EXISTS.length());
        }
        boolean negated = NEGATED.contains(rest);
        Optional<Comparison> base = Comparison.of(negated ? rest.replaceFirst("not", "") : rest);
        Quantifier found = quantifier;
        return base.map(it -> new Operator(it, negated, ifExists, found));
    }

    /// Whether it holds for a key that the request does not have.
    boolean holdsForAbsent() {
        return ifExists
                || switch (quantifier) {
                    case ONE -> negated;
                    case ALL -> true;
                    case ANY -> false;
                };
    }
}
