package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.document.Statement;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names in order, numbered from 0, and which of them statements are about. Each pattern is looked at once.
public final class Names {
    /// No policy holds it, so that only a wildcard matches it.
    private static final String UNUSUAL = "\u0001";

    private final String[] sorted;
    private final BitSet all = new BitSet();
    private final IdentityHashMap<TextPattern, Part> known = new IdentityHashMap<>();

    /// @param sorted in their natural order; equal ones may stand beside each other
    public Names(List<String> sorted) {
        this.sorted = sorted.toArray(String[]::new);
        this.all.set(0, this.sorted.length);
    }

    public BitSet all() {
        return all;
    }

    String name(int number) {
        return sorted[number];
    }

    /// Those from one to another; of these only some, unless there is no `some`.
    private record Part(int from, int to, @Nullable BitSet some) {
        void addTo(BitSet set) {
            if (some == null) {
                set.set(from, to);
            } else {
                set.or(some);
            }
        }
    }

    /// Whether what the statement's resources name is the same for every request.
    boolean isFixed(Statement statement) {
        List<TextPattern> patterns = statement.resources();
        return patterns == null || patterns.stream().allMatch(TextPattern::isPlain);
    }

    /// Those that the statement's resources name, which are fixed.
    ///
    /// @param arns of the kind of policy that it stands in
    BitSet about(Statement statement, ShortArns arns) {
        List<TextPattern> patterns = statement.resources();
        if (patterns == null) {
            return all;
        }
        BitSet named = new BitSet(sorted.length);
        for (int i = 0; i < patterns.size(); i++) {
            known.computeIfAbsent(patterns.get(i), pattern -> part(pattern, arns))
                    .addTo(named);
        }
        if (statement.notResources()) {
            named.flip(0, sorted.length);
        }
        return named;
    }

    private Part part(TextPattern pattern, ShortArns arns) {
        String start = pattern.literalStart();
        int from = start.isEmpty() ? 0 : firstFrom(start);
        int to = start.isEmpty() ? sorted.length : firstBeyond(start);
        // what matches its own beginning has nothing behind it, or stars alone
        if (matches(pattern, start, arns)) {
            boolean stars = matches(pattern, start + UNUSUAL, arns);
            return new Part(from, stars ? to : endOfEqual(from, to, start), null);
        }
        BitSet some = new BitSet();
        for (int i = from; i < to; i++) {
            some.set(i, matches(pattern, sorted[i], arns));
        }
        return new Part(from, to, some);
    }

    private static boolean matches(TextPattern pattern, String text, ShortArns arns) {
        return pattern.matches(text, RequestContext.EMPTY, arns).isYes();
    }

    private int endOfEqual(int from, int to, String name) {
        int end = from;
        while (end < to && sorted[end].equals(name)) {
            end++;
        }
        return end;
    }

    private int firstFrom(String start) {
        int found = Arrays.binarySearch(sorted, start);
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && sorted[at - 1].equals(start)) {
            at--;
        }
        return at;
    }

    /// Behind the last that begins so.
    private int firstBeyond(String start) {
        return firstFrom(start + Character.MAX_VALUE);
    }
}
