package dev.curfew.app.usecase.exchange;

import dev.curfew.app.usecase.Books;

/// Writes the workspace's contents to a file that another machine can open, read-only.
public final class Exchange {
    private final Books books;

    public Exchange(Books books) {
        this.books = books;
    }

    /// Whether there is something to carry away.
    public boolean isEmpty() {
        return books.read(transaction -> transaction.connections().all().isEmpty());
    }
}
