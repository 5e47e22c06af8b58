package dev.curfew.governance.duty;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.delegation.Voices;
import dev.curfew.governance.duty.DutyRules.NotAlone;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the roster's rules against those who approved one request: at each approval, also at one that comes as a file,
/// and again when it is issued.
public final class Duties {
    private final Office office;
    private final DutyRules rules;
    private final Sponsors sponsors;

    private Duties(Office office, DutyRules rules, Sponsors sponsors) {
        this.office = office;
        this.rules = rules;
        this.sponsors = sponsors;
    }

    /// Those in force.
    ///
    /// @return them, or as `RosterBook.state`
    public static Outcome<Duties> inForce(Office office, Transaction transaction) {
        return office.rosterBook().state(transaction).map(state -> {
            DutyRules rules = state.terms().duties();
            boolean sponsored = rules.notAlone().contains(NotAlone.CHANGER);
            return new Duties(
                    office, rules, Sponsors.of(sponsored ? office.rosterBook().entries(transaction) : List.of()));
        });
    }

    /// What each approval is worth.
    ///
    /// @param counted those that count
    /// @param objections why the others do not
    public record Weighed(List<SignedApproval> counted, List<Objection> objections) {
        public Weighed {
            counted = List.copyOf(counted);
            objections = List.copyOf(objections);
        }
    }

    /// @param voices of the same approvals
    public Weighed weigh(
            Transaction transaction, ExceptionRequest request, List<SignedApproval> signed, Voices voices) {
        Limits limits = new Limits(new Tally(office));
        Set<String> involved = involved(request, signed);
        List<SignedApproval> counted = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        for (SignedApproval approval : signed) {
            // Whoever gives another's voice is held to what binds either of them.
            approval.names().stream()
                    .flatMap(
                            name -> limits
                                    .objection(transaction, rules, approval, name, request)
                                    .or(() -> brought(name, involved))
                                    .stream())
                    .findFirst()
                    .map(words -> new Objection(approval.officer(), true, words))
                    .ifPresentOrElse(objections::add, () -> counted.add(approval));
            voices.flaw(approval.officer())
                    .map(words -> new Objection(approval.officer(), true, words))
                    .ifPresent(objections::add);
        }
        return new Weighed(counted, objections);
    }

    private static Set<String> involved(ExceptionRequest request, List<SignedApproval> signed) {
        return Stream.concat(Stream.of(request.requester()), signed.stream().flatMap(one -> one.names().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> brought(String officer, Set<String> involved) {
        return sponsors.of(officer).filter(involved::contains).map(by -> DutyWords.text("brought", officer, by));
    }

    /// Whether the officer has the role of their own: not by who has a hand in the same request.
    public boolean isOwn(String officer, String role, ExceptionRequest request, List<SignedApproval> signed) {
        return sponsors.ofRole(officer, role)
                .filter(by -> !by.equals(officer))
                .filter(involved(request, signed)::contains)
                .isEmpty();
    }

    /// Why those who count are not enough, though the policies would have it so.
    ///
    /// @param counted as weighed
    /// @param change that allows it; empty where it would be allowed without
    public Optional<Objection> alone(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            List<SignedApproval> counted,
            Optional<LoneChange> change) {
        return owner(transaction, snapshot, request, counted).or(() -> change.map(Duties::changer));
    }

    /// A change of the policies that its officer's word alone would use.
    ///
    /// @param officer who saved it
    /// @param version of the policies
    public record LoneChange(String officer, int version) {}

    /// Whether it has to be found out what changed the policies.
    public boolean asksForChanges() {
        return rules.notAlone().contains(NotAlone.CHANGER);
    }

    private static Objection changer(LoneChange change) {
        return new Objection(
                change.officer(), false, DutyWords.text("alone.changer", change.officer(), change.version()));
    }

    private Optional<Objection> owner(
            Transaction transaction, Snapshot snapshot, ExceptionRequest request, List<SignedApproval> counted) {
        if (!rules.notAlone().contains(NotAlone.OWNER) || counted.isEmpty()) {
            return Optional.empty();
        }
        Owners owners = Owners.of(snapshot, request.policy());
        boolean all = counted.stream()
                .allMatch(approval -> approval.names().stream()
                        .flatMap(name -> transaction.officers().find(name).stream())
                        .anyMatch(owners::include));
        String names = counted.stream().map(SignedApproval::officer).sorted().collect(Collectors.joining(", "));
        return all ? Optional.of(new Objection(names, false, DutyWords.text("alone.owner", names))) : Optional.empty();
    }

    /// Counts an approval that was entered just now, where there are limits.
    ///
    /// @param names as `SignedApproval.names`: for each of them
    /// @return the same, or as `RosterBook.state`
    public static Outcome<Receipt> counted(
            Office office, Transaction transaction, ExceptionRequest request, Receipt entered, List<String> names) {
        return office.rosterBook().state(transaction).map(state -> {
            Tally tally = new Tally(office);
            names.forEach(name -> tally.enter(transaction, state.terms().duties(), request, entered, name));
            return entered;
        });
    }
}
