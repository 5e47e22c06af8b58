package dev.curfew.revocation.rotation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rotations, which live in the ledger alone: one entry a stage, entered before the stage where it is about to do
/// something. What an officer decided is signed.
public final class RotationBook {
    public static final String TYPE = "rotation.stage";

    /// One name for all of them.
    private static final String ALL = Sha256.hex("curfew.rotations");

    private final Office office;

    public RotationBook(Office office) {
        this.office = office;
    }

    /// In the order of their beginning, as they stand now.
    public List<Rotation> all() {
        return office.unitOfWork().run(this::all);
    }

    private List<Rotation> all(Transaction transaction) {
        Map<String, Rotation> byId = new LinkedHashMap<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, TYPE, ALL)) {
            byId.compute(text(entry.event(), "rotation"), (id, before) -> after(id, before, entry.event()));
        }
        return List.copyOf(byId.values());
    }

    /// @return it, or UNKNOWN_ROTATION
    public Outcome<Rotation> find(String id) {
        return all().stream()
                .filter(rotation -> rotation.id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_ROTATION, id));
    }

    /// Enters what an officer decided, signed.
    ///
    /// @return how the rotation stands then, or as `Roster.holder`
    Outcome<Rotation> decide(OfficerKey officer, String id, Stage stage, Map<String, Object> details) {
        Map<String, Object> all = details(id, stage, details);
        return office.unitOfWork()
                .run(transaction -> office.roster().holder(transaction, officer).map(_ -> {
                    all.put("signature", officer.sign(CanonicalJson.text(all)));
                    all.put("host", office.device().host());
                    return append(transaction, officer.officer(), id, all);
                }));
    }

    /// Enters what came of it.
    Rotation enter(Rotation rotation, Stage stage, Map<String, Object> details) {
        return office.unitOfWork()
                .run(transaction ->
                        append(transaction, rotation.officer(), rotation.id(), details(rotation.id(), stage, details)));
    }

    private Rotation append(Transaction transaction, String actor, String id, Map<String, Object> details) {
        office.auditLog()
                .append(transaction, new AuditEvent(TYPE, office.clock().instant(), actor, ALL, details));
        return all(transaction).stream()
                .filter(rotation -> rotation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> details(String id, Stage stage, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("rotation", id);
        all.put("stage", stage.word());
        return all;
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
                before.old(),
                before.kind(),
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

    private static String text(AuditEvent event, String name) {
        return Objects.toString(event.details().get(name), "");
    }
}
