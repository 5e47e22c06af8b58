package dev.curfew.model.timebox;

import java.util.List;
import java.util.Map;

/// How access stands at its source, and what an end on it is worth there.
///
/// @param prior all that puts it back, without secrets
/// @param held whether the source itself refuses it from the end on
/// @param how by what mechanism it ends, a sentence
/// @param goesOn what its end does not end, a sentence each
/// @param shared whether the end is on the policy itself, so that whoever else holds it loses it too
public record Boxable(Map<String, String> prior, boolean held, String how, List<String> goesOn, boolean shared) {
    public Boxable {
        prior = Map.copyOf(prior);
        goesOn = List.copyOf(goesOn);
    }
}
