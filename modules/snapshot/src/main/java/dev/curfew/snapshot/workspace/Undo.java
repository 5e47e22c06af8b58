package dev.curfew.snapshot.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened so far on the way to something larger: closed again, newest first, unless the way was gone to its
/// end.
final class Undo implements Closeable {
    private final Deque<Closeable> opened = new ArrayDeque<>();

    <T extends Closeable> T add(T part) {
        opened.push(part);
        return part;
    }

    /// The larger thing has them now.
    void keep() {
        opened.clear();
    }

    /// Closes the rest even where closing one fails.
    @Override
    public void close() throws IOException {
        if (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } finally {
                close();
            }
        }
    }
}
