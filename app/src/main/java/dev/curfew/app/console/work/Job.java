package dev.curfew.app.console.work;

import dev.curfew.model.port.Progress;
import java.util.function.Consumer;

/// A piece of background work, and what becomes of its result.
///
/// @param name only the newest job of a name counts: starting another cancels this one
/// @param words what is going on, for a person: "Reading prod-openbao"
/// @param body runs in the background
/// @param done gets the result, in the foreground
/// @param failed gets the failure, in the foreground
public record Job<T>(
        String name, String words, Body<T> body, Consumer<? super T> done, Consumer<? super Failure> failed) {

    /// The work itself. It touches nothing that belongs to the foreground.
    @FunctionalInterface
    public interface Body<T> {
        /// @throws InterruptedException when cancelled
        T run(Progress progress) throws InterruptedException;
    }
}
