package dev.curfew.app.usecase.notice;

import java.util.List;

/// An officer who is to hear of something.
///
/// @param carriers by which it reached them, or is to
public record Hearer(String officer, Reach reach, List<String> carriers) {
    public Hearer {
        carriers = List.copyOf(carriers);
    }

    /// Whether they know.
    public enum Reach {
        TOLD,
        /// It was not brought yet, or the carrier fails.
        WAITING,
        /// No carrier brings this to them.
        NOBODY_TELLS
    }
}
