package dev.curfew.revocation.choice;

import java.util.List;

/// What an emergency acts on, and what it leaves alone, told both.
/// @param added what was not named, and has to end along with it, or it could be undone
public record Picked(List<Chosen> chosen, List<Left> left, List<Left> added) {
    public Picked {
        chosen = List.copyOf(chosen);
        left = List.copyOf(left);
        added = List.copyOf(added);
    }
}
