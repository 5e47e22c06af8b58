package dev.curfew.analysis.escalation.catalogue;

import java.util.List;

/// Actions that have to be allowed on one and the same thing.
///
/// @param on patterns of what the thing may be, any of them; `{partition}` and `{account}` stand for the actor's
/// @param actions all of them
public record Launch(List<String> on, List<String> actions) {
    public Launch {
        on = List.copyOf(on);
        actions = List.copyOf(actions);
    }
}
