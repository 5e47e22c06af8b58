package dev.curfew.connector.record;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// The entries of several files in the order of time. A file is open from when its first entry is due, so of one that
/// was rotated a hundred times one or two are; of several servers' there are as many as servers.
final class Merged<T> implements AutoCloseable {
    /// Processes may commonly have 1024 files open. What is due beyond is opened again for some entries at a time.
    private static final int OPEN_MAX = 256;

    private final RecordForm<T> form;
    private final Unread unread;
    private final Deque<Waiting> waiting;
    private final PriorityQueue<Cursor<T>> open = new PriorityQueue<>(Comparator.comparing(Cursor::at));

    private record Waiting(RecordFile file, Instant begins) {}

    /// @param entry the next of its file
    record Found<T>(RecordFile file, Entry.Whole<T> entry) {}

    private Merged(RecordForm<T> form, Unread unread, Deque<Waiting> waiting) {
        this.form = form;
        this.unread = unread;
        this.waiting = waiting;
    }

    /// @param unread is told of files and lines that cannot be read
    static <T> Merged<T> of(List<RecordFile> files, RecordForm<T> form, Unread unread) throws InterruptedException {
        if (files.size() == 1) {
            return new Merged<>(form, unread, new ArrayDeque<>(List.of(new Waiting(files.getFirst(), Instant.MIN))));
        }
        List<Waiting> all = new ArrayList<>();
        for (RecordFile file : files) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            all.add(new Waiting(file, begins(file, form)));
        }
        all.sort(Comparator.comparing(Waiting::begins));
        return new Merged<>(form, unread, new ArrayDeque<>(all));
    }

    /// One that does not say is told of when it is read.
    private static <T> Instant begins(RecordFile file, RecordForm<T> form) {
        try (Cursor<T> cursor = Cursor.open(file, form)) {
            return cursor.advance(new Unread()) ? cursor.at() : Instant.MIN;
        } catch (IOException _) {
            return Instant.MIN;
        }
    }

    /// Empty at the end of all.
    Optional<Found<T>> next() {
        while (!waiting.isEmpty() && isDue(waiting.element())) {
            start(waiting.remove().file());
        }
        Cursor<T> cursor = open.poll();
        if (cursor == null) {
            return Optional.empty();
        }
        Found<T> found = cursor.found();
        goOn(cursor);
        return Optional.of(found);
    }

    private boolean isDue(Waiting next) {
        Cursor<T> first = open.peek();
        return first == null || !next.begins().isAfter(first.at());
    }

    private void start(RecordFile file) {
        try {
            goOn(open.size() < OPEN_MAX ? Cursor.open(file, form) : Cursor.sipping(file, form));
        } catch (IOException _) {
            unread.file(file);
        }
    }

    private void goOn(Cursor<T> cursor) {
        try {
            if (cursor.advance(unread)) {
                open.add(cursor);
            } else {
                cursor.close();
            }
        } catch (IOException _) {
            // A gzip file that was cut off, a disk that fails: what came before stays.
            unread.file(cursor.file());
            quietly(cursor);
        }
    }

    private static void quietly(Cursor<?> cursor) {
        try {
            cursor.close();
        } catch (IOException _) {
            // It was read only, and is told of as unread.
        }
    }

    @Override
    public void close() {
        open.forEach(Merged::quietly);
        open.clear();
    }
}
