package dev.curfew.connector.tree;

import java.util.List;
import java.util.Map;

/// One value as it was written, with its place.
public sealed interface Node {
    Place place();

    record Text(Place place, String value) implements Node {}

    /// A number, `true`, `false` or `null`, as it was written.
    record Literal(Place place, String value) implements Node {}

    record Items(Place place, List<Node> nodes) implements Node {}

    /// @param fields in the order they were written
    record Fields(Place place, Map<String, Node> fields) implements Node {}

    /// An XML element without content: an empty text, an empty list, or an object without fields. XML does not say
    /// which; who asks for it knows.
    record Empty(Place place) implements Node {}

    /// Texts and literals as they were written, those of a list one by one; objects have none.
    default List<String> texts() {
        return switch (this) {
            case Text text -> List.of(text.value());
            case Literal literal -> List.of(literal.value());
            case Items items ->
                items.nodes().stream().flatMap(it -> it.texts().stream()).toList();
            case Fields _, Empty _ -> List.of();
        };
    }

    default boolean isNull() {
        return this instanceof Literal literal && literal.value().equals("null");
    }
}
