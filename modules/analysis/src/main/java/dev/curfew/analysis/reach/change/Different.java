package dev.curfew.analysis.reach.change;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Two lists without the objects that are in both. What is left may still be alike.
public record Different<F>(List<F> before, List<F> after) {

    public Different {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// What the lists begin and end with alike is not looked at further.
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
        return new Different<>(without(were, are), without(are, were));
    }

    private static <F> List<F> without(List<F> some, List<F> others) {
        Set<F> same = Collections.newSetFromMap(new IdentityHashMap<>(others.size()));
        same.addAll(others);
        return some.stream().filter(each -> !same.contains(each)).toList();
    }
}
