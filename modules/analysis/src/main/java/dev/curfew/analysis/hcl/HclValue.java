package dev.curfew.analysis.hcl;

import java.util.List;
import java.util.Optional;

/// What stands on the right of a key.
public sealed interface HclValue {

    record Text(String text) implements HclValue {}

    /// A number as written.
    ///
    /// @param whole whether it has neither point nor exponent
    record Digits(String text, boolean whole) implements HclValue {
        public Digits(String text) {
            this(text, true);
        }
    }

    record Truth(boolean value) implements HclValue {}

    record Items(List<HclValue> values) implements HclValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Keys may repeat; their order is the text's.
    record Body(List<HclItem> items) implements HclValue {
        public Body {
            items = List.copyOf(items);
        }
    }

    /// A text or a whole number, as HCL decodes both to a string.
    default Optional<String> asText() {
        return switch (this) {
            case Text it -> Optional.of(it.text());
            case Digits it -> it.whole() ? Optional.of(it.text()) : Optional.empty();
            case Truth _, Items _, Body _ -> Optional.empty();
        };
    }
}
