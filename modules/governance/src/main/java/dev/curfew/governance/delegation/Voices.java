package dev.curfew.governance.delegation;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Voice;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.target.Environments;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Transaction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the voices are worth that approvals of one request give besides their officers' own: roles, never one more
/// officer. A voice is heard once: where its officer signed too, theirs; else the first that gave it.
public final class Voices {
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, String> flaws = new HashMap<>();

    private Voices() {}

    /// @param signed valid approvals of exactly this request
    /// @return them, or as `RosterBook.state`
    public static Outcome<Voices> of(
            Office office, Transaction transaction, ExceptionRequest request, List<SignedApproval> signed) {
        if (signed.stream().allMatch(one -> one.voice() == null)) {
            return Outcome.done(new Voices());
        }
        return office.rosterBook()
                .state(transaction)
                .then(state -> new DelegationBook(office)
                        .all(transaction)
                        .map(all -> new Voices().hear(state, all, Heard.of(transaction, request), signed)));
    }

    /// What is decided on, as far as a voice's scope goes.
    private record Heard(String requester, SourceName source, String environment) {
        static Heard of(Transaction transaction, ExceptionRequest request) {
            SourceName source = request.policy().source();
            return new Heard(request.requester(), source, Environments.of(transaction, source));
        }

        boolean isWithin(Scope scope) {
            return scope.covers(source.value(), environment);
        }
    }

    private Voices hear(RosterState state, List<Handed> all, Heard heard, List<SignedApproval> signed) {
        Set<String> spoken = new HashSet<>();
        signed.forEach(one -> spoken.add(one.officer()));
        signed.stream()
                .sorted(Comparator.comparingLong(SignedApproval::ledgerIndex))
                .forEach(one -> hear(state, all, heard, one, spoken));
        return this;
    }

    private void hear(RosterState state, List<Handed> all, Heard heard, SignedApproval one, Set<String> spoken) {
        Voice voice = one.voice();
        if (voice == null) {
            return;
        }
        Optional<Handed> handed = all.stream()
                .filter(it -> it.delegation().hash().equals(voice.delegation()))
                .findFirst();
        Optional<String> flaw = handed.isEmpty()
                ? Optional.of(DelegationWords.of("flaw.none"))
                : flaw(state, handed.get(), heard, one, voice.of())
                        .or(() -> spoken.contains(voice.of())
                                ? Optional.of(DelegationWords.of("flaw.twice", voice.of()))
                                : Optional.empty());
        flaw.ifPresentOrElse(
                why -> flaws.put(one.officer(), DelegationWords.of("flaw", one.officer(), voice.of(), why)), () -> {
                    spoken.add(voice.of());
                    roles.put(one.officer(), lent(state, handed.orElseThrow().delegation()));
                });
    }

    private static Set<String> lent(RosterState state, Delegation delegation) {
        return delegation
                .scope()
                .of(state.find(delegation.from()).map(Member::roles).orElse(List.of()));
    }

    private static Optional<String> flaw(RosterState state, Handed handed, Heard heard, SignedApproval one, String of) {
        Delegation delegation = handed.delegation();
        boolean theirs = delegation.from().equals(of) && delegation.to().equals(one.officer());
        if (!theirs || one.byFile() || handed.ledgerIndex() >= one.ledgerIndex()) {
            return Optional.of(DelegationWords.of("flaw.none"));
        }
        if (!handed.stands()) {
            return Optional.of(handed.ended());
        }
        if (!one.at().isBefore(delegation.until())) {
            return Optional.of(
                    DelegationWords.of("flaw.over", delegation.until().toString()));
        }
        if (!heard.isWithin(delegation.scope())) {
            return Optional.of(
                    DelegationWords.of("flaw.scope", delegation.scope().words()));
        }
        if (heard.requester().equals(of)) {
            return Optional.of(DelegationWords.of("flaw.requester", of));
        }
        return state.find(one.officer())
                .flatMap(taker -> DelegationDesk.broken(state, taker, lent(state, delegation)))
                .map(pair -> DelegationWords.of("flaw.apart", pair.first(), pair.second()));
    }

    /// Roles that the officer speaks with besides their own.
    public Set<String> roles(String officer) {
        return roles.getOrDefault(officer, Set.of());
    }

    /// Why the voice is not heard that the officer gave besides their own, a clause for a person.
    public Optional<String> flaw(String officer) {
        return Optional.ofNullable(flaws.get(officer));
    }
}
