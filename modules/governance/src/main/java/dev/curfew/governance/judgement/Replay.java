package dev.curfew.governance.judgement;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Asks other policies every question that was ever decided, before they are put in force: "3 of 214 decisions
/// change".
public final class Replay {
    /// Entries read at once; some hundred bytes to some kilobytes each.
    private static final int PAGE = 500;

    private final Office office;

    public Replay(Office office) {
        this.office = office;
    }

    /// A decision that would come out otherwise.
    ///
    /// @param index of its entry in the ledger
    public record Change(long index, String request, String before, Judgement after) {}

    /// @param decided how many questions were asked again
    public record Result(long decided, List<Change> changes) {
        public Result {
            changes = List.copyOf(changes);
        }
    }

    private record Decided(long index, String request, String decision, String question) {}

    /// @throws InterruptedException if it was cancelled
    public Result of(Policies policies, Progress progress) throws InterruptedException {
        List<Decided> all = office.unitOfWork().run(this::decided);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            progress.at("replay", i, all.size());
            change(all.get(i), policies).ifPresent(changes::add);
        }
        return new Result(all.size(), changes);
    }

    private List<Decided> decided(Transaction transaction) {
        List<Decided> all = new ArrayList<>();
        long from = 0;
        List<LedgerEntry> page;
        do {
            page = office.auditLog().read(transaction, from, PAGE);
            page.forEach(entry -> decided(entry).ifPresent(all::add));
            from += page.size();
        } while (page.size() == PAGE);
        return all;
    }

    private static Optional<Decided> decided(LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        if (!(details.get("judgement") instanceof Map<?, ?> judgement)) {
            return Optional.empty();
        }
        return Optional.of(new Decided(
                entry.index(),
                request(details),
                Objects.toString(
                        judgement.containsKey(Judgement.SAID)
                                ? judgement.get(Judgement.SAID)
                                : judgement.get("decision"),
                        ""),
                Objects.toString(judgement.get("question"), "")));
    }

    /// A submission holds the whole request, later entries its id.
    private static String request(Map<String, Object> details) {
        return details.get("request") instanceof Map<?, ?> request
                ? Objects.toString(request.get("id"), "")
                : Objects.toString(details.getOrDefault("request", details.get("id")), "");
    }

    private static Optional<Change> change(Decided decided, Policies policies) {
        var question = QuestionJson.read(decided.question());
        Judgement after = new Judgement(policies.decide(question), policies.hash(), question);
        return Judgement.name(after.decision()).equals(decided.decision())
                ? Optional.empty()
                : Optional.of(new Change(decided.index(), decided.request(), decided.decision(), after));
    }
}
