package dev.curfew.governance.judgement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds standing access in disguise, by the thresholds that the policies in force have: those with
/// `@raises("standing-access-in-disguise")` are asked about each access as its history is now. Where none in force has
/// one, those that Curfew brings are asked.
public final class StandingAccesses {
    private static final String FINDING = "standing-access-in-disguise";
    private static final String OPENING = "window.opening";

    private final Office office;
    private final PolicyBook book;

    public StandingAccesses(Office office) {
        this.office = office;
        book = new PolicyBook(office);
    }

    private record Access(PolicyId policy, String holder) {}

    /// @return the most renewed first, or as `PolicyBook.current`
    public Outcome<List<StandingAccess>> find(Transaction transaction) {
        // starting the engine that reads policies takes longer than most lists
        List<Window> windows = transaction.windows().all();
        return windows.isEmpty()
                ? book.inForce(transaction).map(_ -> List.of())
                : book.current(transaction).map(policies -> find(transaction, windows, asked(policies)));
    }

    private static Policies asked(Policies inForce) {
        if (inForce.looksFor(FINDING)) {
            return inForce;
        }
        try {
            return PolicyPack.packaged().compiled();
        } catch (PolicyTextException e) {
            throw new IllegalStateException("the packaged policies are ours: " + e.getMessage(), e);
        }
    }

    private List<StandingAccess> find(Transaction transaction, List<Window> opened, Policies policies) {
        Map<String, ExceptionRequest> requests = transaction.requests().all().stream()
                .collect(Collectors.toMap(ExceptionRequest::id, Function.identity()));
        Map<PolicyId, List<Window>> windows = opened.stream()
                .filter(window -> requests.containsKey(window.id()))
                .sorted(Comparator.comparing(Window::openedAt))
                .collect(Collectors.groupingBy(Window::policy));
        Instant now = office.clock().instant();
        return windows.values().stream()
                .flatMap(all ->
                        all.stream()
                                .collect(Collectors.groupingBy(window -> access(requests, window)))
                                .entrySet()
                                .stream()
                                .flatMap(own -> find(
                                        transaction,
                                        policies,
                                        requests,
                                        own.getKey(),
                                        own.getValue(),
                                        History.of(all, own.getValue(), now))
                                        .stream()))
                .sorted(Comparator.comparingLong(StandingAccess::renewals)
                        .thenComparingLong(StandingAccess::activePercent90Days)
                        .reversed())
                .toList();
    }

    private static Access access(Map<String, ExceptionRequest> requests, Window window) {
        return new Access(
                window.policy(),
                Objects.requireNonNull(requests.get(window.id())).requester());
    }

    private Optional<StandingAccess> find(
            Transaction transaction,
            Policies policies,
            Map<String, ExceptionRequest> requests,
            Access access,
            List<Window> own,
            History history) {
        String newest = own.getLast().id();
        long renewals = Math.max(0, history.renewals() - 1);
        return asked(transaction, Objects.requireNonNull(requests.get(newest)))
                .map(question -> at(question, renewals, history.activePercent()))
                .map(question -> policies.raising(FINDING, question))
                .filter(by -> !by.isEmpty())
                .map(by -> new StandingAccess(
                        access.policy(), access.holder(), renewals, history.activePercent(), newest, by));
    }

    /// What was asked when its window was opened: everything but the history stands.
    private Optional<Question> asked(Transaction transaction, ExceptionRequest request) {
        return office.auditLog()
                .confirm(transaction, OPENING, Subject.of(request).hash())
                .map(LedgerEntry::event)
                .map(event -> event.details().get("judgement"))
                .filter(Map.class::isInstance)
                .map(judgement -> Objects.toString(((Map<?, ?>) judgement).get("question"), ""))
                .map(QuestionJson::read);
    }

    private static Question at(Question question, long renewals, long activePercent) {
        ObjectNode whole = QuestionJson.tree(question);
        ((ObjectNode) whole.path("context")).put("renewals", renewals).put("activePercent90Days", activePercent);
        return QuestionJson.read(whole);
    }
}
