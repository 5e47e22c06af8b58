package dev.curfew.analysis.narrowing;

import java.util.List;

/// What narrowing a policy to its use comes to.
public sealed interface Narrowed {

    /// @param text the narrower policy
    /// @param cuts what it takes away, a statement each
    /// @param notes what a person has to know of it
    record Narrower(String text, List<Cut> cuts, List<String> notes, Exactness exactness) implements Narrowed {
        public Narrower {
            cuts = List.copyOf(cuts);
            notes = List.copyOf(notes);
        }
    }

    /// All that it allows is used, or no narrower one is certain to keep every use.
    record Nothing(List<String> notes) implements Narrowed {
        public Nothing {
            notes = List.copyOf(notes);
        }
    }

    /// @param why for a person
    record Impossible(String why) implements Narrowed {}
}
