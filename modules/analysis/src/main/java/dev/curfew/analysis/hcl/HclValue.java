package dev.curfew.analysis.hcl;

import java.util.List;
import java.util.Optional;

/// What stands on the right of a key.
public sealed interface HclValue {

    record Text(String text) implements HclValue {}

    /// A number as written.
    record Digits(String text) implements HclValue {}

    record Truth(boolean value) implements HclValue {}

    /// JSON's null; HCL itself has none.
    record Nothing() implements HclValue {}

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

    /// A text or a number, as HCL decodes both to a string.
    default Optional<String> asText() {
        return switch (this) {
            case Text it -> Optional.of(it.text());
            case Digits it -> Optional.of(it.text());
            case Truth _, Nothing _, Items _, Body _ -> Optional.empty();
        };
    }
}
