package dev.curfew.app.console.start;

import dev.curfew.app.console.start.WorkspaceDoor.Reason;
import java.nio.file.Path;
import java.util.Optional;

/// Where opening a workspace stands. Each state has a view of its own.
public sealed interface StartState {

    /// There is none yet at that place.
    ///
    /// @param export what it is to be made of, read-only; empty: a new one with the sample estate
    /// @param complaint what was wrong with the last try; empty at first
    record Creating(Path location, Optional<Path> export, boolean keychain, String complaint) implements StartState {}

    /// It is there and wants its key.
    ///
    /// @param complaint what was wrong with the last try; empty at first
    record Locked(Path location, boolean keychain, String complaint) implements StartState {}

    record Busy(String words) implements StartState {}

    /// It cannot be opened, whatever the key.
    record Closed(Path location, Reason reason, String sentence) implements StartState {}
}
