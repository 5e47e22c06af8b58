package dev.curfew.connector.rate;

import java.util.List;

/// A real server with many things in it, and the clients of its maker's that list them.
interface Place extends AutoCloseable {
    Target target();

    /// The fairest first.
    List<Rival> rivals();

    @Override
    void close();
}
