package dev.curfew.analysis.vault.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds a path that two patterns both match, segment by segment.
final class Overlap {
    private Overlap() {}

    static Optional<String> of(List<String> one, boolean oneOpen, List<String> other, boolean otherOpen) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            boolean oneEnds = oneOpen && i == one.size() - 1;
            boolean otherEnds = otherOpen && i == other.size() - 1;
            if (i >= one.size() || i >= other.size()) {
                return Optional.empty();
            }
            if (oneEnds && otherEnds) {
                return both(one.get(i), other.get(i)).map(end -> join(path, List.of(end + PathPattern.FILLER)));
            }
            if (oneEnds) {
                return rest(path, one.get(i), other.subList(i, other.size()), otherOpen);
            }
            if (otherEnds) {
                return rest(path, other.get(i), one.subList(i, one.size()), oneOpen);
            }
            Optional<String> segment = segment(one.get(i), other.get(i));
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            path.add(segment.get());
        }
        return Optional.of(join(path, List.of()));
    }

    private static Optional<String> segment(String one, String other) {
        if (one.equals("+")) {
            return Optional.of(other.equals("+") ? PathPattern.FILLER : other);
        }
        return other.equals("+") || other.equals(one) ? Optional.of(one) : Optional.empty();
    }

    private static Optional<String> both(String one, String other) {
        if (one.startsWith(other)) {
            return Optional.of(one);
        }
        return other.startsWith(one) ? Optional.of(other) : Optional.empty();
    }

    /// One pattern ends open with `start`; the other goes on with `segments`.
    private static Optional<String> rest(List<String> path, String start, List<String> segments, boolean open) {
        String first = segments.getFirst();
        List<String> filled = new ArrayList<>();
        if (first.equals("+")) {
            filled.add(start + PathPattern.FILLER);
        } else if (first.startsWith(start)) {
            filled.add(first);
        } else {
            return Optional.empty();
        }
        segments.subList(1, segments.size()).forEach(it -> filled.add(it.equals("+") ? PathPattern.FILLER : it));
        if (open) {
            filled.set(filled.size() - 1, filled.getLast() + PathPattern.FILLER);
        }
        return Optional.of(join(path, filled));
    }

    private static String join(List<String> path, List<String> rest) {
        List<String> all = new ArrayList<>(path);
        all.addAll(rest);
        return String.join("/", all);
    }
}
