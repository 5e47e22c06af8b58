package dev.curfew.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Numbers labels in the order in which they come; new ones alike have one number.
final class LabelNumbers {
    /// Of thousands of steps few have another label than the rest.
    private static final int EXPECTED_MAX = 32;

    private final List<EdgeLabel> labels;
    private final Map<EdgeLabel, Integer> numbers = new HashMap<>();

    /// @param before have their numbers already
    LabelNumbers(Collection<EdgeLabel> before) {
        labels = new ArrayList<>(before);
    }

    List<EdgeLabel> labels() {
        return labels;
    }

    /// Of each step's label. Of thousands of steps with one label it is looked at once.
    @SuppressWarnings("IdentityHashMapUsage") // only spares looking at the same label again: to hash one takes longer
    int[] of(List<Step> steps) {
        Map<EdgeLabel, Integer> same = new IdentityHashMap<>(Math.min(steps.size(), EXPECTED_MAX));
        int[] found = new int[steps.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = same.computeIfAbsent(steps.get(i).label(), this::number);
        }
        return found;
    }

    private int number(EdgeLabel label) {
        return numbers.computeIfAbsent(label, _ -> {
            labels.add(label);
            return labels.size() - 1;
        });
    }
}
