package dev.curfew.governance.roster.chain;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterChange.Found;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Verifies the statements that the ledger holds, from the first on: numbers, hashes, signatures, quorum.
public final class RosterChain {
    public static final String STATEMENT = "statement";
    public static final String SIGNATURE = "signature";
    public static final String SIGNATURES = "signatures";

    private RosterChain() {}

    /// @param entries in the order of the ledger
    /// @param ledger leaf hash of the ledger's first entry
    /// @return the roster after the last of them, or ROSTER_FORGED
    public static Outcome<RosterState> verified(List<LedgerEntry> entries, String ledger) {
        RosterState state = RosterState.unfounded(List.of());
        for (LedgerEntry entry : entries) {
            Optional<RosterStatement> statement = statement(entry);
            if (statement.isEmpty()) {
                return forged(state, RosterWords.of("flaw.form"));
            }
            switch (next(state, statement.get(), entry, ledger)) {
                case Outcome.Done<RosterState>(RosterState after) -> state = after;
                case Outcome.Refused<RosterState>(Refusal _, String why) -> {
                    return forged(state, why);
                }
            }
        }
        return Outcome.done(state);
    }

    public static Optional<RosterStatement> statement(LedgerEntry entry) {
        return RosterStatement.parse(Objects.toString(entry.event().details().get(STATEMENT), ""));
    }

    private static Outcome<RosterState> next(
            RosterState state, RosterStatement statement, LedgerEntry entry, String ledger) {
        if (!statement.follows(state)) {
            return flawed("order");
        }
        if (statement.change() instanceof Found found && !found.ledger().equals(ledger)) {
            return flawed("ledger");
        }
        RosterState judges = statement.change() instanceof Found found ? RosterState.unfounded(found.members()) : state;
        Map<String, String> devices = new LinkedHashMap<>();
        for (SignedText signed : signatures(entry)) {
            Optional<Member> signer = judges.find(signed.officer()).filter(Member::isGood);
            if (signer.isEmpty()) {
                return flawed("signer");
            }
            if (signed.flaw(statement.subject(), Decision.APPROVE, signer.get().officer())
                    .isPresent()) {
                return flawed(SIGNATURE);
            }
            devices.put(signed.officer(), signed.device());
        }
        if (Quorum.counted(state, statement.change(), devices) < state.quorum()) {
            return flawed("quorum");
        }
        return state.after(statement, entry.index()) instanceof Outcome.Done<RosterState> done
                ? done
                : flawed("change");
    }

    public static List<SignedText> signatures(LedgerEntry entry) {
        List<SignedText> signatures = new ArrayList<>();
        if (entry.event().details().get(SIGNATURES) instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> signed) {
                    signatures.add(new SignedText(
                            Objects.toString(signed.get(STATEMENT), ""), Objects.toString(signed.get(SIGNATURE), "")));
                }
            }
        }
        return signatures;
    }

    private static Outcome<RosterState> flawed(String key) {
        return new Outcome.Refused<>(Refusal.ROSTER_FORGED, RosterWords.of("flaw." + key));
    }

    private static Outcome<RosterState> forged(RosterState before, String why) {
        return Outcome.refused(Refusal.ROSTER_FORGED, before.number() + 1, why);
    }
}
