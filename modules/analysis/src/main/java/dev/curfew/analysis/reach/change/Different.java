package dev.curfew.analysis.reach.change;

import java.util.ArrayList;
import java.util.List;

/// Two lists without what they have in common at the same places, counted from either end: the same objects. What is
/// left may still be alike.
public record Different<F>(List<F> before, List<F> after) {

    public Different {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    @SuppressWarnings("ReferenceEquality") // the same object need not be looked at
    public static <F> Different<F> of(List<F> before, List<F> after) {
        int shorter = Math.min(before.size(), after.size());
        int first = 0;
        while (first < shorter && before.get(first) == after.get(first)) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && before.get(before.size() - 1 - last) == after.get(after.size() - 1 - last)) {
            last++;
        }
        List<F> were = before.subList(first, before.size() - last);
        List<F> are = after.subList(first, after.size() - last);
        return were.size() == are.size() ? inPlace(were, are) : new Different<>(were, are);
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private static <F> Different<F> inPlace(List<F> were, List<F> are) {
        List<F> before = new ArrayList<>();
        List<F> after = new ArrayList<>();
        for (int i = 0; i < were.size(); i++) {
            if (were.get(i) != are.get(i)) {
                before.add(were.get(i));
                after.add(are.get(i));
            }
        }
        return new Different<>(before, after);
    }
}
