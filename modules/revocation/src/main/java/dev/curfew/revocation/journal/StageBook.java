package dev.curfew.revocation.journal;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Undertakings that live in the ledger alone: one entry a stage, entered before the stage where it is about to do
/// something, so that a crash anywhere leaves the truth. What an officer decided is signed.
///
/// @param <T> how an undertaking stands
public final class StageBook<T> {
    private final Office office;
    private final String type;
    private final String name;
    private final String all;
    private final Fold<T> fold;

    /// Adds one entry to what is known.
    @FunctionalInterface
    public interface Fold<T> {
        /// @param before null for the first of this undertaking
        T after(String id, @Nullable T before, AuditEvent event);
    }

    /// @param type of the entries
    /// @param name of the detail that holds the undertaking's id
    /// @param all one name for all of them
    public StageBook(Office office, String type, String name, String all, Fold<T> fold) {
        this.office = office;
        this.type = type;
        this.name = name;
        this.all = Sha256.hex(all);
        this.fold = fold;
    }

    /// In the order of their beginning, by id, as they stand now.
    public Map<String, T> all() {
        return office.unitOfWork().run(this::all);
    }

    public Map<String, T> all(Transaction transaction) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, type, all)) {
            byId.compute(text(entry.event(), name), (id, before) -> fold.after(id, before, entry.event()));
        }
        return byId;
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /// Enters what an officer decided, signed.
    ///
    /// @return how it stands then, or as `Roster.holder`
    public Outcome<T> decide(OfficerKey officer, String id, String stage, Map<String, ?> details) {
        Map<String, Object> signed = details(id, stage, details);
        return office.unitOfWork()
                .run(transaction -> office.roster().holder(transaction, officer).map(_ -> {
                    signed.put("signature", officer.sign(CanonicalJson.text(signed)));
                    signed.put("host", office.device().host());
                    return append(transaction, officer.officer(), id, signed);
                }));
    }

    /// Enters what came of it.
    ///
    /// @param actor at whose wish
    public T enter(String actor, String id, String stage, Map<String, ?> details) {
        return office.unitOfWork().run(transaction -> append(transaction, actor, id, details(id, stage, details)));
    }

    private T append(Transaction transaction, String actor, String id, Map<String, Object> details) {
        office.auditLog()
                .append(transaction, new AuditEvent(type, office.clock().instant(), actor, all, details));
        return Objects.requireNonNull(all(transaction).get(id));
    }

    private Map<String, Object> details(String id, String stage, Map<String, ?> details) {
        Map<String, Object> named = new LinkedHashMap<>(details);
        named.put(name, id);
        named.put("stage", stage);
        return named;
    }

    /// A detail of an entry; empty where there is none.
    public static String text(AuditEvent event, String name) {
        return Objects.toString(event.details().get(name), "");
    }

    /// A detail that has details of its own; empty where there is none.
    public static Map<String, String> texts(AuditEvent event, String name) {
        return event.details().get(name) instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())))
                : Map.of();
    }
}
