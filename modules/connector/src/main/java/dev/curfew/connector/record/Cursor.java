package dev.curfew.connector.record;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where one file is read.
final class Cursor<T> implements AutoCloseable {
    private final RecordFile file;
    private final Entries<T> entries;
    private Entry.@Nullable Whole<T> head;

    private Cursor(RecordFile file, Entries<T> entries) {
        this.file = file;
        this.entries = entries;
    }

    static <T> Cursor<T> open(RecordFile file, RecordForm<T> form) throws IOException {
        InputStream in = file.open();
        try {
            return new Cursor<>(file, form.open(in));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// As above, and it is open only now and then.
    static <T> Cursor<T> sipping(RecordFile file, RecordForm<T> form) throws IOException {
        return new Cursor<>(file, new Sips<>(file, form));
    }

    /// Goes on to the next entry that is whole.
    ///
    /// @param unread is told of those that are not
    /// @return false at the end
    boolean advance(Unread unread) throws IOException {
        head = null;
        for (Optional<Entry<T>> next = entries.next(); next.isPresent(); next = entries.next()) {
            switch (next.get()) {
                case Entry.Broken<T> broken -> unread.line(file, broken.line());
                case Entry.Whole<T> whole -> {
                    head = whole;
                    return true;
                }
            }
        }
        return false;
    }

    RecordFile file() {
        return file;
    }

    Instant at() {
        return Objects.requireNonNull(head).at();
    }

    Merged.Found<T> found() {
        return new Merged.Found<>(file, Objects.requireNonNull(head));
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
