package dev.curfew.analysis.escalation.catalogue;

import java.util.List;

/// What a catalogue says of a method. `{identity}`, `{target}` and `{resource}` stand for who does it, whose rights it
/// gets, and what it does it with.
public record Words(String sentence, List<String> cutBy) {
    public Words {
        cutBy = List.copyOf(cutBy);
    }

    /// The same words about somebody.
    public Words about(String identity, String target, String resource) {
        return new Words(
                fill(sentence, identity, target, resource),
                cutBy.stream()
                        .map(text -> fill(text, identity, target, resource))
                        .toList());
    }

    private static String fill(String text, String identity, String target, String resource) {
        return text.replace("{identity}", identity).replace("{target}", target).replace("{resource}", resource);
    }
}
