package dev.curfew.governance.roster;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterWords;

/// One row of the table of attacks on a roster.
///
/// @param name what is tried
/// @param why what it is refused for
/// @param flaw what the refusal's words have to say; empty where the refusal says it all
record RosterAttack(String name, Refusal why, String flaw, Trying trying) {

    RosterAttack(String name, Refusal why, Trying trying) {
        this(name, why, "", trying);
    }

    /// A statement in the ledger that does not hold.
    ///
    /// @param flaw the last part of its key
    static RosterAttack forged(String name, String flaw, Trying trying) {
        return new RosterAttack(name, Refusal.ROSTER_FORGED, RosterWords.of("flaw." + flaw), trying);
    }

    /// How far it comes.
    @FunctionalInterface
    interface Trying {
        Outcome<?> in(Chamber chamber);
    }

    @Override
    public String toString() {
        return name;
    }
}
