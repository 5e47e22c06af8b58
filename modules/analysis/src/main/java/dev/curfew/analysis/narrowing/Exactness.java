package dev.curfew.analysis.narrowing;

import java.util.List;

/// How a narrower policy was compared with the one before, question by question, by the evaluator.
///
/// @param questions how many were put to both
/// @param uses how many different uses were put to both
/// @param widened questions that only the narrower one allows
/// @param lost uses that only the one before allows
public record Exactness(long questions, long uses, List<String> widened, List<String> lost) {
    public Exactness {
        widened = List.copyOf(widened);
        lost = List.copyOf(lost);
    }

    /// Whether it allows nothing new and keeps every use.
    public boolean holds() {
        return widened.isEmpty() && lost.isEmpty();
    }
}
