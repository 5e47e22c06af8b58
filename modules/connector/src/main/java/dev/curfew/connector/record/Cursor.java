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

    Cursor(RecordFile file, RecordForm<T> form) throws IOException {
        this.file = file;
        InputStream in = file.open();
        try {
            entries = form.open(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
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
