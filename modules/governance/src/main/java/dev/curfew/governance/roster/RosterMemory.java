package dev.curfew.governance.roster;

import dev.curfew.governance.roster.chain.RosterHead;
import java.util.Optional;

/// Remembers outside the workspace how far its roster had come, so that a workspace set back as a whole is found out.
public interface RosterMemory {
    /// Remembers nothing.
    RosterMemory NONE = new RosterMemory() {
        @Override
        public Optional<RosterHead> kept() {
            return Optional.empty();
        }

        @Override
        public void keep(RosterHead head) {
            // Nobody asks for it again.
        }
    };

    /// Empty before the first.
    Optional<RosterHead> kept();

    void keep(RosterHead head);
}
