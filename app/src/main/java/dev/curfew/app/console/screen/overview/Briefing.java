package dev.curfew.app.console.screen.overview;

import java.util.List;

/// The estate at a glance.
///
/// @param needs most urgent first
/// @param more how many findings there are beyond those among the needs
record Briefing(int identities, int credentials, int sources, long snapshot, List<Need> needs, int more) {
    Briefing {
        needs = List.copyOf(needs);
    }

    boolean isEmpty() {
        return snapshot == 0;
    }
}
