package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.delegation.DelegationDesk;
import dev.curfew.governance.delegation.Handed;
import dev.curfew.governance.delegation.Scope;
import dev.curfew.governance.officer.OfficerKey;
import java.time.Duration;
import java.util.List;

/// Officers who speak for others for a time.
public final class Delegations {
    private final Officers officers;
    private final DelegationDesk desk;

    public Delegations(Officers officers, DelegationDesk desk) {
        this.officers = officers;
        this.desk = desk;
    }

    /// All, those that ended too, oldest first.
    ///
    /// @throws dev.curfew.app.usecase.Refused as `Rosters.state`
    public List<Handed> list() {
        return Outcomes.require(desk.all());
    }

    /// Those that stand now.
    ///
    /// @throws dev.curfew.app.usecase.Refused as [#list]
    public List<Delegation> standing() {
        return Outcomes.require(desk.standing());
    }

    /// Hands the officer's voice to another one.
    ///
    /// @throws dev.curfew.app.usecase.Refused if the roster does not let them, or it is with somebody already
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Handed hand(OfficerLogin from, String to, Scope scope, Duration length) {
        try (OfficerKey key = officers.unlock(from)) {
            return find(Outcomes.require(desk.hand(key, to, scope, length)));
        }
    }

    /// Ends it before its time, for either of the two.
    ///
    /// @throws dev.curfew.app.usecase.Refused if none of theirs stands under that id
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Handed withdraw(OfficerLogin officer, String id) {
        try (OfficerKey key = officers.unlock(officer)) {
            return find(Outcomes.require(desk.withdraw(key, id)));
        }
    }

    private Handed find(Delegation delegation) {
        return list().stream()
                .filter(one -> one.delegation().equals(delegation))
                .findFirst()
                .orElseThrow();
    }
}
