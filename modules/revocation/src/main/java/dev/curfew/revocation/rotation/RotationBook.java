package dev.curfew.revocation.rotation;

import static dev.curfew.revocation.journal.StageBook.text;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.revocation.journal.StageBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rotations, as the ledger has them.
public final class RotationBook {
    public static final String TYPE = "rotation.stage";

    private final StageBook<Rotation> book;

    public RotationBook(Office office) {
        book = new StageBook<>(office, TYPE, "rotation", "curfew.rotations", RotationBook::after);
    }

    /// In the order of their beginning, as they stand now.
    public List<Rotation> all() {
        return List.copyOf(book.all().values());
    }

    /// @return it, or UNKNOWN_ROTATION
    public Outcome<Rotation> find(String id) {
        return book.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_ROTATION, id));
    }

    /// Enters what an officer decided, signed.
    ///
    /// @return how the rotation stands then, or as `Roster.holder`
    Outcome<Rotation> decide(OfficerKey officer, String id, Stage stage, Map<String, Object> details) {
        return book.decide(officer, id, stage.word(), details);
    }

    /// Enters what came of it.
    ///
    /// @param actor who did it, which need not be who began it
    Rotation enter(String actor, Rotation rotation, Stage stage, Map<String, Object> details) {
        return book.enter(actor, rotation.id(), stage.word(), details);
    }

    /// What the old one and those beside it are called, for the first entry.
    static Map<String, Object> names(CredentialId old, String kind, String reason, Set<CredentialId> beside) {
        return Map.of(
                "source", old.source().value(),
                "old", old.nativeId(),
                "kind", kind,
                "reason", reason,
                "beside", beside.stream().map(CredentialId::nativeId).sorted().toList());
    }

    /// What the new one is called, and the old one from then on.
    static Map<String, Object> made(Rotator.Fresh fresh) {
        return fresh.former() instanceof Rotator.Former.Renamed(CredentialId old, String kind)
                ? Map.of("fresh", fresh.id().nativeId(), "old", old.nativeId(), "kind", kind)
                : Map.of("fresh", fresh.id().nativeId());
    }

    private static Rotation after(String id, @Nullable Rotation before, AuditEvent event) {
        Stage stage = Stage.of(text(event, "stage"));
        if (before == null) {
            return begun(id, stage, event);
        }
        boolean making = stage == Stage.MAKING;
        return new Rotation(
                id,
                before.officer(),
                event.details().containsKey("reason") ? text(event, "reason") : before.reason(),
                id(event, "old", before.old()).orElse(before.old()),
                event.details().containsKey("kind") ? text(event, "kind") : before.kind(),
                event.details().containsKey("beside") ? ids(event, before.old()) : before.beside(),
                making ? Optional.empty() : id(event, "fresh", before.old()).or(before::fresh),
                stage,
                stage == before.stage() ? before.since() : event.at(),
                handedAt(making, stage, before, event),
                event.details().containsKey("to") ? text(event, "to") : making ? "" : before.to(),
                event.details().containsKey("plan")
                        ? Optional.of(text(event, "plan"))
                        : making ? Optional.empty() : before.plan(),
                event.details().containsKey("said") ? text(event, "said") : before.said());
    }

    /// Another one that is made is handed over anew.
    private static Optional<Instant> handedAt(boolean making, Stage stage, Rotation before, AuditEvent event) {
        if (making) {
            return Optional.empty();
        }
        return stage == Stage.HANDED ? before.handedAt().or(() -> Optional.of(event.at())) : before.handedAt();
    }

    private static Rotation begun(String id, Stage stage, AuditEvent event) {
        CredentialId old = CredentialId.of(text(event, "source"), text(event, "old"));
        Optional<Instant> notYet = Optional.empty();
        return new Rotation(
                id,
                event.actor(),
                text(event, "reason"),
                old,
                text(event, "kind"),
                ids(event, old),
                Optional.empty(),
                stage,
                event.at(),
                notYet,
                "",
                Optional.empty(),
                "");
    }

    private static Optional<CredentialId> id(AuditEvent event, String name, CredentialId sibling) {
        String text = text(event, name);
        return text.isEmpty() ? Optional.empty() : Optional.of(new CredentialId(sibling.source(), text));
    }

    private static Set<CredentialId> ids(AuditEvent event, CredentialId sibling) {
        return event.details().get("beside") instanceof List<?> list
                ? list.stream()
                        .map(text -> new CredentialId(sibling.source(), String.valueOf(text)))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
