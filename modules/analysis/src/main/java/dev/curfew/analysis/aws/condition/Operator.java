package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.value.Comparison;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A condition operator as written, taken apart. Operators ignore case.
///
/// @param base null for `Null`, which looks only at whether the key is there
/// @param negated whether the values must not compare
/// @param ifExists whether an absent key is as good as one that holds
record Operator(@Nullable Comparison base, boolean negated, boolean ifExists, Quantifier quantifier) {

    /// How many of a key's values must hold.
    enum Quantifier {
        ONE(""),
        ALL("ForAllValues:"),
        ANY("ForAnyValue:");

        private final String text;

        Quantifier(String text) {
            this.text = text;
        }
    }

    private static final Map<String, Operator> BY_NAME = all();

    /// Null for an operator that AWS does not have.
    static @Nullable Operator of(String text) {
        Operator exact = BY_NAME.get(text);
        return exact == null ? BY_NAME.get(text.toLowerCase(Locale.ROOT)) : exact;
    }

    /// Every operator under its name in lower case, and as AWS writes it.
    private static Map<String, Operator> all() {
        Map<String, Operator> all = new HashMap<>();
        for (Quantifier quantifier : Quantifier.values()) {
            put(all, quantifier.text + "Null", new Operator(null, false, false, quantifier));
            for (Comparison base : Comparison.values()) {
                for (boolean ifExists : new boolean[] {false, true}) {
                    String end = ifExists ? "IfExists" : "";
                    put(all, quantifier.text + base.text() + end, new Operator(base, false, ifExists, quantifier));
                    Operator negated = new Operator(base, true, ifExists, quantifier);
                    base.negatedText().ifPresent(text -> put(all, quantifier.text + text + end, negated));
                }
            }
        }
        return all;
    }

    private static void put(Map<String, Operator> all, String text, Operator operator) {
        all.put(text, operator);
        all.put(text.toLowerCase(Locale.ROOT), operator);
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
