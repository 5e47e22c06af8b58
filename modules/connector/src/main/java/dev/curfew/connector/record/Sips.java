package dev.curfew.connector.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/// The entries of a file that is not kept open: some at a time are read, and what came before is passed over each time.
/// So it is slow for long files, of which there are never so many at once; CloudTrail writes many short ones.
final class Sips<T> implements Entries<T> {
    /// More than most of CloudTrail's files have, and less than a MiB of them.
    static final int ENTRIES = 200;

    private final RecordFile file;
    private final RecordForm<T> form;
    private final Object key;
    private final Queue<Entry<T>> held = new ArrayDeque<>();
    private long taken;
    private boolean ended;

    Sips(RecordFile file, RecordForm<T> form) throws IOException {
        this.file = file;
        this.form = form;
        this.key = key();
    }

    /// Tells it from one that takes its place when it is rotated away.
    private Object key() throws IOException {
        BasicFileAttributes is = Files.readAttributes(file.path(), BasicFileAttributes.class);
        return Objects.requireNonNullElse(is.fileKey(), is.creationTime());
    }

    @Override
    public Optional<Entry<T>> next() throws IOException {
        if (held.isEmpty() && !ended) {
            sip();
        }
        return Optional.ofNullable(held.poll());
    }

    private void sip() throws IOException {
        if (!key().equals(key)) {
            throw new IOException("it is another file now: " + file.name());
        }
        try (Entries<T> entries = form.open(file.open())) {
            for (long i = 0; i < taken; i++) {
                entries.next();
            }
            while (held.size() < ENTRIES && !ended) {
                entries.next().ifPresentOrElse(held::add, () -> ended = true);
            }
        }
        taken += held.size();
    }

    @Override
    public void close() {
        held.clear();
        ended = true;
    }
}
