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

    default boolean isNull() {
        return this instanceof Literal literal && literal.value().equals("null");
    }
}
