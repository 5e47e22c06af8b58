package dev.curfew.connector.aws.service;

import java.util.Map;

/// What asking about one thing gave.
///
/// @param guards the texts of its own policies, by what each is called
record Look(Thing thing, Map<String, String> guards) {
    static final String POLICY = "policy";

    Look {
        guards = Map.copyOf(guards);
    }

    /// @param text empty: it has none
    static Look of(Thing thing, String text) {
        return new Look(thing, text.isEmpty() ? Map.of() : Map.of(POLICY, text));
    }
}
