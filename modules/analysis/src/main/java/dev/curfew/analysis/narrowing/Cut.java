package dev.curfew.analysis.narrowing;

import java.util.List;

/// What is taken from one statement.
///
/// @param statement the path or the number by which a person finds it
/// @param before what it allows
/// @param after what of that is left, and on what; empty if nothing is
public record Cut(String statement, List<String> before, List<String> after) {
    public Cut {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
