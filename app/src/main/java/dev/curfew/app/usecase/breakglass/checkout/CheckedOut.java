package dev.curfew.app.usecase.breakglass.checkout;

import dev.curfew.governance.breakglass.use.PathUse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A path that was checked out, and how its session was handed over.
///
/// @param wrapping empty where the source has none: then the session itself is in the file
public record CheckedOut(PathUse use, Path file, String officer, Optional<Wrapping> wrapping) {

    /// What is opened once.
    ///
    /// @param accessor by which the source names it
    /// @param madeAt by the source's own word, for whoever opens it to compare
    /// @param until after which it cannot be opened
    public record Wrapping(String accessor, Instant madeAt, Instant until) {}

    /// As it is entered when it is closed.
    Map<String, Object> details() {
        return wrapping.<Map<String, Object>>map(it -> Map.of("handedTo", officer, "wrapping", it.accessor()))
                .orElseGet(() -> Map.of("handedTo", officer));
    }
}
