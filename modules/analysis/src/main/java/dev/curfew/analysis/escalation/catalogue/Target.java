package dev.curfew.analysis.escalation.catalogue;

import java.util.List;

/// Something that has to exist already.
///
/// @param what it is, with its article
/// @param pattern of its ARN
/// @param actions that have to be allowed on it
public record Target(String what, String pattern, List<String> actions) {
    public Target {
        actions = List.copyOf(actions);
    }
}
