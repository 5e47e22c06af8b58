package dev.curfew.analysis.kind;

import dev.curfew.model.attribute.Sensitivity;

/// What is known of something that no reading lists, by its id alone.
public record Unlisted(String name, String kind, Sensitivity sensitivity) {}
