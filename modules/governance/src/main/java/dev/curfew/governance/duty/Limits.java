package dev.curfew.governance.duty;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.duty.Tally.Given;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.port.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How much one officer approves. Counted as it was when they signed, so that it comes out the same at issue.
final class Limits {
    private final Tally tally;

    Limits(Tally tally) {
        this.tally = tally;
    }

    /// Which limit the approval goes beyond, of one of those whose it is.
    Optional<String> objection(
            Transaction transaction, DutyRules rules, SignedApproval approval, String name, ExceptionRequest request) {
        return rules.limits()
                ? words(rules, name, tally.before(transaction, approval, name, request), request)
                : Optional.empty();
    }

    private static Optional<String> words(
            DutyRules rules, String officer, List<Given> before, ExceptionRequest request) {
        Integer approvals = rules.approvalsMax();
        if (approvals != null && before.size() >= approvals) {
            return Optional.of(DutyWords.text("limit.approvals", officer, before.size(), approvals));
        }
        Integer ofOne = rules.ofOneRequesterMax();
        long same = before.stream()
                .filter(given -> given.requester().equals(request.requester()))
                .count();
        if (ofOne != null && same >= ofOne) {
            return Optional.of(DutyWords.text("limit.requester", officer, same, request.requester(), ofOne));
        }
        Duration granted = rules.grantedMax();
        Duration together = Duration.ofSeconds(
                        before.stream().mapToLong(Given::seconds).sum())
                .plus(request.duration());
        return granted != null && together.compareTo(granted) > 0
                ? Optional.of(DutyWords.text("limit.granted", officer, Spans.words(together), Spans.words(granted)))
                : Optional.empty();
    }
}
