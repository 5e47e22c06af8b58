package dev.curfew.connector.cartography;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an export holds, as far as it is translated, and how much there is besides.
final class Export {
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Long> others = new TreeMap<>();

    void add(String id, Thing thing) {
        things.put(id, thing);
    }

    void add(Link link) {
        links.add(link);
    }

    /// Something that is not translated.
    void pass(String name) {
        others.merge(name, 1L, Long::sum);
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    int size() {
        return things.size() + links.size();
    }

    /// Names of labels and relationships that are not translated, with how many there are.
    Map<String, Long> others() {
        return Collections.unmodifiableMap(others);
    }

    Map<String, Thing> all(Label label) {
        Map<String, Thing> all = new LinkedHashMap<>();
        things.forEach((id, thing) -> {
            if (thing.label() == label) {
                all.put(id, thing);
            }
        });
        return all;
    }

    Stream<Link> links(Link.Type type) {
        return links.stream().filter(link -> link.type() == type);
    }

    Optional<Thing> thing(String id) {
        return Optional.ofNullable(things.get(id));
    }
}
