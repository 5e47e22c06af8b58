package dev.curfew.app.console.screen.overview;

import java.util.List;

/// The estate at a glance.
///
/// @param needs most urgent first
/// @param findings how many there are; alike ones are one need
record Briefing(int identities, int credentials, int sources, long snapshot, List<Need> needs, int findings) {
    Briefing {
        needs = List.copyOf(needs);
    }

    boolean isEmpty() {
        return snapshot == 0;
    }
}
