package dev.curfew.analysis.sketch;

import java.util.HashMap;
import java.util.Map;

/// How much is drawn one by one.
///
/// @param nodesMax beyond it nodes alike are folded; what was opened is on top of that
/// @param opened how many members of a fold are drawn all the same, by the fold's key
public record Folding(int nodesMax, Map<String, Integer> opened) {
    /// More nodes than these are no picture any more, and take longer than 0.2 s to lay out.
    public static final int NODES_MAX = 150;

    /// Who opens a fold sees this many more of it; a list shows the rest better than a picture.
    public static final int OPENED_AT_ONCE = 40;

    /// However much is opened, more is not drawn: it would be laid out for seconds.
    public static final int OPENED_MAX = 1_000;

    /// As a picture begins.
    public static final Folding START = new Folding(NODES_MAX, Map.of());

    public Folding {
        opened = Map.copyOf(opened);
    }

    int openedOf(String key) {
        return opened.getOrDefault(key, 0);
    }

    int openedInAll() {
        return opened.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Whether no more may be opened.
    public boolean isFull() {
        return openedInAll() >= OPENED_MAX;
    }

    /// Some more of a fold drawn one by one.
    public Folding open(String key) {
        Map<String, Integer> more = new HashMap<>(opened);
        more.merge(key, Math.min(OPENED_AT_ONCE, OPENED_MAX - openedInAll()), Integer::sum);
        return new Folding(nodesMax, more);
    }

    /// All of that fold folded again.
    public Folding close(String key) {
        Map<String, Integer> fewer = new HashMap<>(opened);
        fewer.remove(key);
        return new Folding(nodesMax, fewer);
    }
}
