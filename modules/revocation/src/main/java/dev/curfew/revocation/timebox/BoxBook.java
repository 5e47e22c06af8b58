package dev.curfew.revocation.timebox;

import static dev.curfew.revocation.journal.StageBook.text;
import static dev.curfew.revocation.journal.StageBook.texts;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.revocation.journal.StageBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The time-boxes, as the ledger has them: with what stood before, so that the way back needs nothing else.
final class BoxBook {
    private static final String TYPE = "timebox.stage";
    private static final String IDENTITY = "identity";

    /// The access was seen to be over already.
    static final String FOUND = "foundOver";

    /// The source cannot be told for now.
    static final String UNTOLD = "untold";

    private final Office office;
    private final StageBook<Boxed> book;

    BoxBook(Office office) {
        this.office = office;
        book = new StageBook<>(office, TYPE, "timebox", "curfew.timeboxes", BoxBook::after);
    }

    /// In the order of their beginning, as they stand now.
    List<Boxed> all() {
        return List.copyOf(book.all().values());
    }

    /// @return it, or UNKNOWN_TIMEBOX
    Outcome<Boxed> find(String id) {
        return book.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_TIMEBOX, id));
    }

    /// The one on exactly this access that stands.
    Optional<Boxed> on(StandingAccess access) {
        return all().stream()
                .filter(it -> it.stage().isBinding() && it.box().access().equals(access))
                .findFirst();
    }

    String fresh() {
        return ShortIds.next("b", office.random(), book.all()::containsKey);
    }

    Outcome<Boxed> begin(OfficerKey officer, TimeBox box, BoxPlan plan, String reason) {
        EntityId subject = plan.access().subject();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("source", subject.source().value());
        details.put("subject", subject.nativeId());
        details.put("kind", subject instanceof IdentityId ? IDENTITY : "credential");
        details.put("policy", plan.access().policy().map(EntityId::nativeId).orElse(""));
        details.put("group", plan.access().group().map(EntityId::nativeId).orElse(""));
        details.put("access", plan.access().text());
        details.put("owner", plan.owner());
        details.put("reason", reason);
        details.put("until", plan.until().toString());
        details.put("prior", new HashMap<>(box.prior()));
        details.put("how", plan.boxable().how());
        details.put("byTarget", plan.enforcement().byTarget());
        details.put("by", plan.enforcement().by());
        details.put("why", plan.enforcement().reason());
        return book.decide(officer, box.id(), BoxStage.BEGINNING.word(), details);
    }

    Outcome<Boxed> decide(OfficerKey officer, Boxed boxed, BoxStage stage) {
        return book.decide(officer, boxed.id(), stage.word(), repeated(boxed));
    }

    /// @param marks [#FOUND], [#UNTOLD]
    Boxed enter(String actor, Boxed boxed, BoxStage stage, String said, String... marks) {
        Map<String, Object> details = repeated(boxed);
        details.put("said", said);
        for (String mark : marks) {
            details.put(mark, true);
        }
        return book.enter(actor, boxed.id(), stage.word(), details);
    }

    private static boolean is(AuditEvent event, String detail) {
        return Boolean.TRUE.equals(event.details().get(detail));
    }

    /// The entry of the stage that one is at, as whoever is told of it has to know it.
    static AuditEvent event(Boxed boxed) {
        Map<String, Object> details = repeated(boxed);
        details.put("timebox", boxed.id());
        details.put("stage", boxed.stage().word());
        return new AuditEvent(TYPE, boxed.at(), boxed.officer(), "", details);
    }

    /// What whoever is told of a stage has to know, in its own entry.
    private static Map<String, Object> repeated(Boxed boxed) {
        return new LinkedHashMap<>(Map.of(
                "access", boxed.box().access().text(),
                "owner", boxed.owner(),
                "until", boxed.box().until().toString(),
                "by", boxed.enforcement().by()));
    }

    private static Boxed after(String id, @Nullable Boxed before, AuditEvent event) {
        BoxStage stage = BoxStage.of(text(event, "stage"));
        if (before == null) {
            return begun(id, stage, event);
        }
        return new Boxed(
                before.box(),
                stage == BoxStage.ENDING || stage == BoxStage.ENDED ? before.officer() : event.actor(),
                before.reason(),
                before.owner(),
                before.how(),
                before.enforcement(),
                before.begunAt(),
                stage == BoxStage.ENDING || (before.mayHaveEnded() && !is(event, FOUND)),
                is(event, UNTOLD),
                stage,
                event.at(),
                event.details().containsKey("said") ? text(event, "said") : before.said());
    }

    private static Boxed begun(String id, BoxStage stage, AuditEvent event) {
        SourceName source = new SourceName(text(event, "source"));
        EntityId subject = text(event, "kind").equals(IDENTITY)
                ? new IdentityId(source, text(event, "subject"))
                : new CredentialId(source, text(event, "subject"));
        Optional<EntityId> part = named(event, "policy", name -> new PolicyId(source, name))
                .or(() -> named(event, "group", name -> new IdentityId(source, name)));
        StandingAccess access = new StandingAccess(subject, part);
        Instant until = Instant.parse(text(event, "until"));
        return new Boxed(
                new TimeBox(id, access, texts(event, "prior"), until),
                event.actor(),
                text(event, "reason"),
                text(event, "owner"),
                text(event, "how"),
                new Enforcement(is(event, "byTarget"), text(event, "by"), text(event, "why")),
                event.at(),
                false,
                false,
                stage,
                event.at(),
                "");
    }

    private static Optional<EntityId> named(AuditEvent event, String detail, Function<String, EntityId> id) {
        return Optional.of(text(event, detail)).filter(name -> !name.isEmpty()).map(id);
    }
}
