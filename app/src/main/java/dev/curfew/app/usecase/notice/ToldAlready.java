package dev.curfew.app.usecase.notice;

import dev.curfew.model.notice.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far one process has read the ledger, and what it found there that is still to go. What it forgets it finds
/// again: the ledger says what was told.
final class ToldAlready {
    /// More than a week of an estate's decisions; with these no more is read until some of them were told.
    private static final int NOTICES_MAX = 10_000;

    private final Map<String, Notice> open = new LinkedHashMap<>();
    private long next = -1;

    /// The entry to read on from; negative before the first reading.
    long next() {
        return next;
    }

    void readTo(long index) {
        next = index;
    }

    void remember(Notice notice) {
        open.putIfAbsent(notice.id(), notice);
    }

    boolean isFull() {
        return open.size() >= NOTICES_MAX;
    }

    void forget(Notice notice) {
        open.remove(notice.id());
    }

    List<Notice> open() {
        return List.copyOf(open.values());
    }
}
