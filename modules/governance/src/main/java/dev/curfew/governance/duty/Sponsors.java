package dev.curfew.governance.duty;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.roster.chain.RosterChain;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who alone brought in an officer, or gave them a role: what one officer can make of another is that officer's own.
final class Sponsors {
    private final Map<String, String> byOfficer = new HashMap<>();
    private final Map<String, String> byRole = new HashMap<>();

    /// @param statements of the roster as they were entered, verified, oldest first
    static Sponsors of(List<LedgerEntry> statements) {
        Sponsors sponsors = new Sponsors();
        for (LedgerEntry entry : statements) {
            List<String> signers = RosterChain.signatures(entry).stream()
                    .map(SignedText::officer)
                    .distinct()
                    .toList();
            if (signers.size() == 1) {
                RosterChain.statement(entry)
                        .map(RosterStatement::change)
                        .ifPresent(change -> sponsors.add(change, signers.getFirst()));
            }
        }
        return sponsors;
    }

    private void add(RosterChange change, String signer) {
        if (change instanceof RosterChange.Add(var member)) {
            byOfficer.put(member.name(), signer);
        } else if (change instanceof RosterChange.Grant(String officer, String role)) {
            byRole.put(key(officer, role), signer);
        }
    }

    private static String key(String officer, String role) {
        return role + "/" + officer;
    }

    Optional<String> of(String officer) {
        return Optional.ofNullable(byOfficer.get(officer));
    }

    Optional<String> ofRole(String officer, String role) {
        return Optional.ofNullable(byRole.get(key(officer, role)));
    }
}
