package dev.curfew.governance.judgement;

import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.alternative.Alternatives;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks the policies in force about a request, as things are at that moment: when it is made, at each approval, and
/// when it is issued. An answer for a state that no longer exists does not carry.
public final class Judge {
    private final Office office;
    private final PolicyBook book;

    public Judge(Office office) {
        this.office = office;
        book = new PolicyBook(office);
    }

    /// @param signed valid approvals of exactly this request
    /// @return the judgement, or as `PolicyBook.current`
    public Outcome<Judgement> judge(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            AddedReach adds,
            List<SignedApproval> signed) {
        return book.current(transaction)
                .then(policies -> inRole(transaction, signed).map(inRole -> {
                    Question question = new Case(transaction, snapshot, request, adds, signed, inRole)
                            .question(office.clock().instant());
                    return new Judgement(policies.decide(question), policies.hash(), question);
                }));
    }

    /// `role/officer` for each role that one who signed has now.
    private Outcome<Set<String>> inRole(Transaction transaction, List<SignedApproval> signed) {
        Outcome<Set<String>> all = Outcome.done(Set.of());
        for (SignedApproval approval : signed) {
            all = all.then(before -> office.roster()
                    .roles(transaction, approval.officer())
                    .map(roles -> {
                        Set<String> more = new HashSet<>(before);
                        roles.forEach(role -> more.add(role + "/" + approval.officer()));
                        return Set.copyOf(more);
                    }));
        }
        return all;
    }

    /// What would get a better answer than this one, by the policies in force.
    ///
    /// @return the best first; none if it is allowed, if nothing that is known of would, or if there are no policies
    ///     that can be asked
    public List<Alternative> alternatives(Transaction transaction, Judgement judgement) {
        return switch (book.current(transaction)) {
            case Outcome.Done<Policies>(Policies policies) -> Alternatives.of(policies, judgement.question());
            case Outcome.Refused<Policies> _ -> List.of();
        };
    }
}
