package dev.curfew.app.console.component.text;

import java.util.ArrayList;
import java.util.List;

/// What became of a text, line by line: the lines that both have in the same order stay, by their longest common
/// subsequence.
public final class LineDiff {

    /// Two texts of 2,000 lines each. Larger ones are told as a whole that went and a whole that came.
    private static final long CELLS_MAX = 4_000_000;

    /// What became of a line.
    public enum Kind {
        STAYS,
        GOES,
        COMES
    }

    /// @param text without its end
    public record Line(Kind kind, String text) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private LineDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    public static List<Line> of(String before, String after) {
        LineDiff diff = new LineDiff(before, after);
        long cells = (diff.before.size() + 1L) * (diff.after.size() + 1L);
        diff.walk(cells > CELLS_MAX ? new int[0][0] : diff.common());
        return List.copyOf(diff.lines);
    }

    /// How long the longest common subsequence is from each pair of lines on.
    private int[][] common() {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int now = after.size() - 1; now >= 0; now--) {
                common[old][now] = before.get(old).equals(after.get(now))
                        ? common[old + 1][now + 1] + 1
                        : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }

    /// @param common empty: nothing is compared
    private void walk(int[][] common) {
        int old = 0;
        int now = 0;
        while (common.length > 0 && old < before.size() && now < after.size()) {
            if (before.get(old).equals(after.get(now))) {
                add(Kind.STAYS, before.get(old));
                old++;
                now++;
            } else if (common[old + 1][now] >= common[old][now + 1]) {
                add(Kind.GOES, before.get(old++));
            } else {
                add(Kind.COMES, after.get(now++));
            }
        }
        before.subList(old, before.size()).forEach(line -> add(Kind.GOES, line));
        after.subList(now, after.size()).forEach(line -> add(Kind.COMES, line));
    }

    private void add(Kind kind, String line) {
        lines.add(new Line(kind, line));
    }
}
