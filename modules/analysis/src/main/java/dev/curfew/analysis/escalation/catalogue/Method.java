package dev.curfew.analysis.escalation.catalogue;

import java.util.List;

/// One entry of a catalogue.
///
/// @param permissions what it uses, as the provider calls them
/// @param way its prerequisites
/// @param words its sentence and what would cut it
public record Method<W>(String id, List<String> permissions, W way, Words words) {
    public Method {
        permissions = List.copyOf(permissions);
    }
}
