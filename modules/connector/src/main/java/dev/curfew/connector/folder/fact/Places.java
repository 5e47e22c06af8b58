package dev.curfew.connector.folder.fact;

import dev.curfew.model.text.Messages;
import java.util.Collection;
import java.util.List;

/// Where something stands, in words.
final class Places {
    /// More are counted; each reading names the same ones.
    private static final int NAMED_MAX = 20;

    private Places() {}

    static String text(Collection<String> places) {
        List<String> sorted = places.stream().distinct().sorted().toList();
        String named = String.join(", ", sorted.subList(0, Math.min(NAMED_MAX, sorted.size())));
        return sorted.size() <= NAMED_MAX
                ? named
                : Messages.of(Places.class).text("more", named, sorted.size() - NAMED_MAX);
    }
}
