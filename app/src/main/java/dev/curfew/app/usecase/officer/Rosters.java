package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.RosterEntry;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.RosterState;
import java.util.List;

/// The roster that officers change by quorum.
public final class Rosters {
    private final Officers officers;
    private final RosterDesk desk;

    public Rosters(Officers officers, RosterDesk desk) {
        this.officers = officers;
        this.desk = desk;
    }

    /// As it is now.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it does not hold, was set back, or is another than was seen elsewhere
    public RosterState state() {
        return Outcomes.require(desk.state());
    }

    /// The statements that made it so, oldest first.
    ///
    /// @throws dev.curfew.app.usecase.Refused as [#state]
    public List<RosterEntry> history() {
        return Outcomes.require(desk.history());
    }

    /// What waits for signatures, oldest first.
    ///
    /// @throws dev.curfew.app.usecase.Refused as [#state]
    public List<Proposal> pending() {
        return Outcomes.require(desk.pending());
    }

    /// Begins it with those who are officers now.
    ///
    /// @param quorum how many of them sign each later change
    /// @throws dev.curfew.app.usecase.Refused if it is founded, there are fewer, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Proposal found(OfficerLogin login, int quorum) {
        try (OfficerKey key = officers.unlock(login)) {
            return Outcomes.require(desk.found(key, quorum));
        }
    }

    /// Proposes a change and signs it; with a quorum of one it is in force.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it cannot be made, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Proposal propose(OfficerLogin login, RosterChange change) {
        try (OfficerKey key = officers.unlock(login)) {
            return Outcomes.require(desk.propose(key, change));
        }
    }

    /// Signs what another officer proposed.
    ///
    /// @throws dev.curfew.app.usecase.Refused if there is none of that id that may still be signed
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Proposal sign(OfficerLogin login, String id) {
        try (OfficerKey key = officers.unlock(login)) {
            return Outcomes.require(desk.sign(key, id));
        }
    }
}
