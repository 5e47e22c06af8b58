package dev.curfew.revocation.narrowing;

import static dev.curfew.revocation.journal.StageBook.text;
import static dev.curfew.revocation.journal.StageBook.texts;

import dev.curfew.analysis.narrowing.Cut;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.Transaction;
import dev.curfew.revocation.journal.StageBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The narrowings, as the ledger has them: with both texts, so that the way back needs nothing else.
final class NarrowingBook {
    static final String TYPE = "narrowing.stage";

    private final StageBook<Narrowing> book;

    NarrowingBook(Office office) {
        book = new StageBook<>(office, TYPE, "narrowing", "curfew.narrowings", NarrowingBook::after);
    }

    /// In the order of their beginning, as they stand now.
    List<Narrowing> all() {
        return List.copyOf(book.all().values());
    }

    List<Narrowing> all(Transaction transaction) {
        return List.copyOf(book.all(transaction).values());
    }

    /// @return it, or UNKNOWN_NARROWING
    Outcome<Narrowing> find(String id) {
        return book.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_NARROWING, id));
    }

    /// The newest of a policy that is in one of these stages.
    Optional<Narrowing> newest(PolicyId policy, Set<NarrowStage> stages) {
        return all().stream()
                .filter(it -> it.policy().equals(policy) && stages.contains(it.stage()))
                .reduce((_, newer) -> newer);
    }

    Outcome<Narrowing> decide(OfficerKey officer, String id, NarrowStage stage, Map<String, ?> details) {
        return book.decide(officer, id, stage.word(), details);
    }

    Narrowing enter(String actor, Narrowing narrowing, NarrowStage stage, String said) {
        return book.enter(actor, narrowing.id(), stage.word(), Map.of("said", said));
    }

    /// What the first entry says of it.
    static Map<String, Object> details(NarrowPlan plan, String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("source", plan.policy().source().value());
        details.put("policy", plan.policy().nativeId());
        details.put("reason", reason);
        details.put("priorText", plan.prior().text());
        details.put("priorVersion", plan.prior().version());
        details.put("priorSettings", new HashMap<>(plan.prior().settings()));
        details.put("text", plan.narrower().text());
        details.put("left", List.copyOf(left(plan.narrower().cuts())));
        details.put("from", plan.from().toString());
        details.put("until", plan.use().until().toString());
        details.put("questions", plan.narrower().exactness().questions());
        details.put("uses", plan.narrower().exactness().uses());
        return details;
    }

    static Map<String, Object> notice(NarrowPlan plan, String reason, Instant now, Duration notice) {
        Map<String, Object> details = details(plan, reason);
        details.put("due", now.plus(notice).toString());
        return details;
    }

    /// What the cuts leave, each with its statement.
    static Set<String> left(List<Cut> cuts) {
        Set<String> left = new TreeSet<>();
        for (Cut cut : cuts) {
            left.add(cut.statement());
            cut.after().forEach(after -> left.add(cut.statement() + " " + after));
        }
        return left;
    }

    private static Narrowing after(String id, @Nullable Narrowing before, AuditEvent event) {
        NarrowStage stage = NarrowStage.of(text(event, "stage"));
        boolean whole = event.details().containsKey("priorText");
        if (before == null || whole) {
            return begun(id, before, stage, event);
        }
        return new Narrowing(
                id,
                event.actor(),
                before.reason(),
                before.policy(),
                before.prior(),
                before.text(),
                before.left(),
                before.from(),
                before.until(),
                before.due(),
                stage,
                stage == before.stage() ? before.at() : event.at(),
                event.details().containsKey("said") ? text(event, "said") : before.said());
    }

    private static Narrowing begun(String id, @Nullable Narrowing before, NarrowStage stage, AuditEvent event) {
        Optional<Instant> noticed = before == null ? Optional.empty() : before.due();
        Map<String, String> settings = texts(event, "priorSettings");
        return new Narrowing(
                id,
                event.actor(),
                text(event, "reason"),
                new PolicyId(new SourceName(text(event, "source")), text(event, "policy")),
                new PolicyText(text(event, "priorText"), text(event, "priorVersion"), settings),
                text(event, "text"),
                left(event),
                text(event, "from"),
                text(event, "until"),
                Optional.of(text(event, "due"))
                        .filter(due -> !due.isEmpty())
                        .map(Instant::parse)
                        .or(() -> noticed),
                stage,
                event.at(),
                "");
    }

    private static Set<String> left(AuditEvent event) {
        return event.details().get("left") instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
