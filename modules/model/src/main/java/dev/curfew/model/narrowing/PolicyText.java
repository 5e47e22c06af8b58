package dev.curfew.model.narrowing;

import java.util.Map;

/// A policy as it stands at its source.
///
/// @param version as the source counts; empty where it does not
/// @param settings what stands beside the text and has to be written with it
public record PolicyText(String text, String version, Map<String, String> settings) {
    public PolicyText {
        settings = Map.copyOf(settings);
    }
}
