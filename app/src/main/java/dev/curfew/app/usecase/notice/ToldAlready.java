package dev.curfew.app.usecase.notice;

import dev.curfew.model.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far one process has read the ledger, and what it found there that is still to go. What it forgets it finds
/// again: the ledger says what was told.
final class ToldAlready {
    /// More than a week of an estate's decisions; with these no more is read until some of them were told.
    private static final int NOTICES_MAX = 10_000;

    /// How late may be told what only time brings: a window that ends, a turn to review, a drill that is overdue.
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final Map<String, Notice> open = new LinkedHashMap<>();
    private long next = -1;
    private long quietAt = -1;
    private Instant lookedAt = Instant.MIN;

    /// The entry to read on from; negative before the first reading.
    long next() {
        return next;
    }

    void readTo(long index) {
        next = index;
    }

    /// Nothing was to go.
    ///
    /// @param count of the ledger's entries then
    void quiet(long count, Instant now) {
        quietAt = count;
        lookedAt = now;
    }

    /// Whether nothing was to go, and only a moment passed since: all else that happens is in the ledger.
    boolean isQuiet(long count, Instant now) {
        return count == quietAt && !now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(MOMENT));
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
