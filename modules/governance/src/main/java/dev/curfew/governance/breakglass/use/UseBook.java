package dev.curfew.governance.breakglass.use;

import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The uses of break-glass paths, in the ledger: opened before the command runs, closed after it, and reviewed by an
/// officer who neither opened it nor held a share of it.
public final class UseBook {
    public static final String OPENED = "break-glass.opened";
    public static final String CLOSED = "break-glass.closed";
    public static final String REVIEWED = "break-glass.reviewed";

    private final Office office;

    public UseBook(Office office) {
        this.office = office;
    }

    /// All uses of a path, oldest first.
    public List<PathUse> all(Transaction transaction, String path) {
        Map<String, Instant> closed = new LinkedHashMap<>();
        for (LedgerEntry entry : entries(transaction, CLOSED, path)) {
            closed.put(detail(entry, "use"), entry.event().at());
        }
        Map<String, String> reviewed = new LinkedHashMap<>();
        for (LedgerEntry entry : entries(transaction, REVIEWED, path)) {
            reviewed.put(detail(entry, "use"), entry.event().actor());
        }
        List<PathUse> uses = new ArrayList<>();
        for (LedgerEntry entry : entries(transaction, OPENED, path)) {
            String id = detail(entry, "use");
            uses.add(new PathUse(
                    id,
                    path,
                    entry.event().actor(),
                    detail(entry, "reason"),
                    List.of(detail(entry, "openedBy").split(",")),
                    entry.event().at(),
                    Instant.parse(detail(entry, "reviewBy")),
                    Optional.of(detail(entry, "endsBy"))
                            .filter(text -> !text.isEmpty())
                            .map(Instant::parse),
                    new PathUse.Told(Boolean.parseBoolean(detail(entry, "confirmed")), detail(entry, "told")),
                    Optional.ofNullable(closed.get(id)),
                    Optional.ofNullable(reviewed.get(id))));
        }
        return List.copyOf(uses);
    }

    /// The entry that it was opened by; empty if there is none.
    public Optional<LedgerEntry> opening(Transaction transaction, PathUse use) {
        return entries(transaction, OPENED, use.path()).stream()
                .filter(entry -> detail(entry, "use").equals(use.id()))
                .findFirst();
    }

    private List<LedgerEntry> entries(Transaction transaction, String type, String path) {
        return office.auditLog().confirmAll(transaction, type, subject(path));
    }

    /// @return the use, or as `Roster.holder`
    public Outcome<PathUse> opened(OfficerKey officer, PathUse use) {
        Map<String, Object> details = new LinkedHashMap<>(Map.of(
                "use", use.id(),
                "name", use.path(),
                "reason", use.reason(),
                "openedBy", String.join(",", use.openedBy()),
                "reviewBy", use.reviewBy().toString(),
                "confirmed", use.told().confirmed(),
                "told", use.told().words()));
        use.endsBy().ifPresent(at -> details.put("endsBy", at.toString()));
        return enter(officer, OPENED, use.path(), details).map(_ -> use);
    }

    /// Nobody has to sign for closing.
    ///
    /// @param details how the command ended
    public void closed(PathUse use, List<StageResult> stages, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("use", use.id());
        all.put("name", use.path());
        all.put(
                "stages",
                stages.stream()
                        .map(stage ->
                                stage.stage().word() + " " + stage.verdict().name() + ": " + stage.sentence())
                        .toList());
        office.unitOfWork()
                .run(transaction -> office.auditLog()
                        .append(
                                transaction,
                                new AuditEvent(
                                        CLOSED, office.clock().instant(), use.officer(), subject(use.path()), all)));
    }

    /// @return the use, or SELF_APPROVAL, ALREADY_SIGNED, or as `Roster.holder`
    public Outcome<PathUse> reviewed(OfficerKey officer, PathUse use, String remark) {
        if (use.officer().equals(officer.officer()) || use.openedBy().contains(officer.officer())) {
            return Outcome.refused(Refusal.SELF_APPROVAL, use.id(), officer.officer());
        }
        if (use.reviewer().isPresent()) {
            return Outcome.refused(
                    Refusal.ALREADY_SIGNED, use.id(), use.reviewer().get());
        }
        return enter(officer, REVIEWED, use.path(), Map.of("use", use.id(), "name", use.path(), "remark", remark))
                .map(_ -> use.reviewedBy(officer.officer()));
    }

    private Outcome<LedgerEntry> enter(OfficerKey officer, String type, String path, Map<String, Object> details) {
        return office.unitOfWork()
                .run(transaction -> office.roster().holder(transaction, officer).map(_ -> {
                    Map<String, Object> all = new LinkedHashMap<>(details);
                    all.put("signature", officer.sign(CanonicalJson.text(details)));
                    all.put("host", office.device().host());
                    return office.auditLog()
                            .append(
                                    transaction,
                                    new AuditEvent(
                                            type, office.clock().instant(), officer.officer(), subject(path), all));
                }));
    }

    private static String subject(String path) {
        return Sha256.hex("curfew.break-glass/" + path);
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
