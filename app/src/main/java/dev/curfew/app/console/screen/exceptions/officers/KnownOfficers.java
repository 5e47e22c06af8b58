package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.usecase.Desk;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.governance.Officer;
import java.util.List;
import java.util.Set;

/// All that is shown of the officers.
///
/// @param officers those of the workspace
/// @param signers those of them whose keys are on this machine
/// @param pending changes that wait for signatures
/// @param voices who speaks for whom now
/// @param keychain whether there is one here to keep passphrases
record KnownOfficers(
        List<Officer> officers,
        List<Officer> signers,
        RosterState state,
        List<Proposal> pending,
        List<Delegation> voices,
        boolean keychain) {

    KnownOfficers {
        officers = List.copyOf(officers);
        signers = List.copyOf(signers);
        pending = List.copyOf(pending);
        voices = List.copyOf(voices);
    }

    static KnownOfficers of(Desk desk) {
        return new KnownOfficers(
                desk.officers().list(),
                desk.officers().signers(),
                desk.rosters().state(),
                desk.rosters().pending(),
                desk.delegations().standing(),
                desk.officers().hasKeychain());
    }

    /// Before the roster is founded it has none, and those of the workspace are all there are.
    List<Member> members() {
        return state.members().isEmpty()
                ? officers.stream().map(one -> Member.of(one, Set.of())).toList()
                : state.members();
    }

    boolean isHere(String name) {
        return signers.stream().anyMatch(one -> one.name().equals(name));
    }

    /// Those here who may end it: whoever handed it on, and whoever has it.
    List<Officer> parties(Delegation voice) {
        return signers.stream()
                .filter(one -> List.of(voice.from(), voice.to()).contains(one.name()))
                .toList();
    }
}
