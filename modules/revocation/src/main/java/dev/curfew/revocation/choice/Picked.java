package dev.curfew.revocation.choice;

import java.util.List;

/// What an emergency acts on, and what it leaves alone, told both.
public record Picked(List<Chosen> chosen, List<Left> left) {
    public Picked {
        chosen = List.copyOf(chosen);
        left = List.copyOf(left);
    }
}
