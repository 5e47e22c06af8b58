package dev.curfew.governance;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import java.nio.file.Path;

/// One row of a table of attacks.
///
/// @param name what is tried
/// @param why what it is refused for
public record Attack(String name, Refusal why, Trying trying) {

    /// How far it comes.
    @FunctionalInterface
    public interface Trying {
        Outcome<?> in(Town town, Path directory);
    }

    @Override
    public String toString() {
        return name;
    }
}
