package dev.curfew.governance.breakglass.use;

import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Officer;
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
import java.util.stream.Stream;

/// The uses of break-glass paths, in the ledger: opened before the command runs, closed after it, and reviewed by an
/// officer who took no part in it. Openings, approvals and reviews are signed by their officer, and closings with a key
/// that the opening vouches for, so that whoever can write to the database can neither make up a use nor have one
/// approved, closed or looked at.
public final class UseBook {
    public static final String OPENED = "break-glass.opened";
    public static final String CLOSED = "break-glass.closed";
    public static final String REVIEWED = "break-glass.reviewed";

    private static final String REASON = "reason";
    private static final String REMARK = "remark";
    private static final String SIGNATURE = "signature";
    private static final String HOST = "host";
    private static final String APPROVED_BY = "approvedBy";
    private static final String APPROVAL = "approval";
    private static final String SAID = "said";
    private static final String POLICIES = "policies";
    private static final String CLOSING_KEY = "closingKey";

    private final Office office;

    public UseBook(Office office) {
        this.office = office;
    }

    /// All uses of a path, oldest first, as far as they are signed.
    public Believed<PathUse> all(Transaction transaction, String path) {
        Believed<LedgerEntry> opened = signed(transaction, OPENED, path, REASON);
        Believed<LedgerEntry> reviewed = signed(transaction, REVIEWED, path, REMARK);
        Believed<LedgerEntry> closed = Believed.of(
                entries(transaction, CLOSED, path),
                closing -> of(detail(closing, "use"), opened.all())
                        .findFirst()
                        .map(opening -> closes(opening, closing, path))
                        .orElseGet(() -> Outcome.refused(Refusal.PATH_FORGED, path)));
        List<LedgerEntry> first = firsts(opened.all());
        Believed<PathUse> uses =
                Believed.of(first, opening -> Outcome.done(use(opening, closed.all(), reviewed.all())));
        return uses.with(uses.all(), opened, closed, reviewed);
    }

    /// What is entered a second time is one use.
    private static List<LedgerEntry> firsts(List<LedgerEntry> opened) {
        Map<String, LedgerEntry> firsts = new LinkedHashMap<>();
        opened.forEach(entry -> firsts.putIfAbsent(detail(entry, "use"), entry));
        return List.copyOf(firsts.values());
    }

    private static PathUse use(LedgerEntry opening, List<LedgerEntry> closed, List<LedgerEntry> reviewed) {
        String id = detail(opening, "use");
        PathUse use = use(opening, of(id, closed).map(one -> one.event().at()).findFirst());
        return of(id, reviewed)
                .map(one -> one.event().actor())
                .filter(reviewer -> !use.isOf(reviewer))
                .findFirst()
                .map(use::reviewedBy)
                .orElse(use);
    }

    /// What was opened before there were such keys is closed by nobody's signature.
    private static Outcome<LedgerEntry> closes(LedgerEntry opening, LedgerEntry closing, String path) {
        String key = detail(opening, CLOSING_KEY);
        Map<String, Object> details = new LinkedHashMap<>(closing.event().details());
        details.remove(SIGNATURE);
        return key.isEmpty() || Ed25519.verifies(key, CanonicalJson.text(details), detail(closing, SIGNATURE))
                ? Outcome.done(closing)
                : Outcome.refused(Refusal.CLOSING_FORGED, path, detail(closing, "use"));
    }

    private static Stream<LedgerEntry> of(String use, List<LedgerEntry> entries) {
        return entries.stream().filter(entry -> detail(entry, "use").equals(use));
    }

    private static PathUse use(LedgerEntry opened, Optional<Instant> closed) {
        return new PathUse(
                detail(opened, "use"),
                detail(opened, "name"),
                opened.event().actor(),
                detail(opened, REASON),
                List.of(detail(opened, "openedBy").split(",")),
                Optional.of(detail(opened, APPROVED_BY)).filter(name -> !name.isEmpty()),
                opened.event().at(),
                Instant.parse(detail(opened, "reviewBy")),
                Optional.of(detail(opened, "endsBy"))
                        .filter(text -> !text.isEmpty())
                        .map(Instant::parse),
                new PathUse.Told(Boolean.parseBoolean(detail(opened, "confirmed")), detail(opened, "told")),
                new PathUse.Said(detail(opened, SAID), detail(opened, POLICIES)),
                closed,
                Optional.empty());
    }

    /// A new one, for a use that is about to be opened.
    public ClosingKey closingKey() {
        return ClosingKey.fresh(office.random());
    }

    /// The entry that it was opened by; empty if there is none.
    public Optional<LedgerEntry> opening(Transaction transaction, PathUse use) {
        return of(use.id(), entries(transaction, OPENED, use.path())).findFirst();
    }

    private List<LedgerEntry> entries(Transaction transaction, String type, String path) {
        return office.auditLog().confirmAll(transaction, type, subject(path));
    }

    /// @param own what entries of this type alone have: one of another is not taken for it
    private Believed<LedgerEntry> signed(Transaction transaction, String type, String path, String own) {
        return Believed.of(entries(transaction, type, path), entry -> verified(transaction, entry, path, own));
    }

    private Outcome<LedgerEntry> verified(Transaction transaction, LedgerEntry entry, String path, String own) {
        Map<String, Object> details = new LinkedHashMap<>(entry.event().details());
        details.keySet().removeAll(List.of(SIGNATURE, APPROVAL, HOST));
        if (!details.containsKey(own) || !path.equals(details.get("name"))) {
            return Outcome.refused(Refusal.PATH_FORGED, path);
        }
        String officer = entry.event().actor();
        String approver = detail(entry, APPROVED_BY);
        Outcome<LedgerEntry> signed = by(transaction, officer, entry, details, SIGNATURE);
        return approver.isEmpty()
                ? signed
                : signed.then(_ -> approver.equals(officer)
                        ? Outcome.refused(Refusal.PATH_FORGED, path)
                        : by(transaction, approver, entry, details, APPROVAL));
    }

    private Outcome<LedgerEntry> by(
            Transaction transaction, String name, LedgerEntry entry, Map<String, Object> details, String signature) {
        return office.roster()
                .signer(transaction, name, entry.index())
                .then(officer ->
                        Ed25519.verifies(officer.publicKey(), CanonicalJson.text(details), detail(entry, signature))
                                ? Outcome.done(entry)
                                : Outcome.refused(Refusal.PATH_FORGED, detail(entry, "name")));
    }

    /// @param approver as the use names them
    /// @param closer with what it will be closed
    /// @return the use, or SELF_APPROVAL, or as `Roster.holder`
    public Outcome<PathUse> opened(OfficerKey officer, Optional<OfficerKey> approver, ClosingKey closer, PathUse use) {
        if (use.approver().filter(officer.officer()::equals).isPresent()) {
            return Outcome.refused(Refusal.SELF_APPROVAL, use.id(), officer.officer());
        }
        Map<String, Object> details = new LinkedHashMap<>(Map.of(
                "use",
                use.id(),
                "name",
                use.path(),
                REASON,
                use.reason(),
                "openedBy",
                String.join(",", use.openedBy()),
                "reviewBy",
                use.reviewBy().toString(),
                "confirmed",
                use.told().confirmed(),
                "told",
                use.told().words()));
        if (!use.said().equals(PathUse.Said.NOTHING)) {
            details.put(SAID, use.said().words());
            details.put(POLICIES, use.said().policies());
        }
        use.endsBy().ifPresent(at -> details.put("endsBy", at.toString()));
        use.approver().ifPresent(name -> details.put(APPROVED_BY, name));
        details.put(CLOSING_KEY, closer.publicKey());
        return enter(officer, approver, OPENED, use.path(), details).map(_ -> use);
    }

    /// @param closer as it was opened with
    /// @param details how it came to be closed
    public void closed(PathUse use, ClosingKey closer, List<StageResult> stages, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("use", use.id());
        all.put("name", use.path());
        all.put(
                "stages",
                stages.stream()
                        .map(stage ->
                                stage.stage().word() + " " + stage.verdict().name() + ": " + stage.sentence())
                        .toList());
        all.put(SIGNATURE, closer.sign(CanonicalJson.text(all)));
        office.unitOfWork()
                .run(transaction -> office.auditLog()
                        .append(
                                transaction,
                                new AuditEvent(
                                        CLOSED, office.clock().instant(), use.officer(), subject(use.path()), all)));
    }

    /// @return the use, or SELF_APPROVAL, ALREADY_SIGNED, or as `Roster.holder`
    public Outcome<PathUse> reviewed(OfficerKey officer, PathUse use, String remark) {
        if (use.isOf(officer.officer())) {
            return Outcome.refused(Refusal.SELF_APPROVAL, use.id(), officer.officer());
        }
        if (use.reviewer().isPresent()) {
            return Outcome.refused(
                    Refusal.ALREADY_SIGNED, use.id(), use.reviewer().get());
        }
        Map<String, Object> details = Map.of("use", use.id(), "name", use.path(), REMARK, remark);
        return enter(officer, Optional.empty(), REVIEWED, use.path(), details)
                .map(_ -> use.reviewedBy(officer.officer()));
    }

    private Outcome<LedgerEntry> enter(
            OfficerKey officer, Optional<OfficerKey> approver, String type, String path, Map<String, Object> details) {
        String statement = CanonicalJson.text(details);
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put(SIGNATURE, officer.sign(statement));
        approver.ifPresent(key -> all.put(APPROVAL, key.sign(statement)));
        all.put(HOST, office.device().host());
        return office.unitOfWork()
                .run(transaction -> holders(transaction, officer, approver)
                        .map(_ -> office.auditLog()
                                .append(
                                        transaction,
                                        new AuditEvent(
                                                type,
                                                office.clock().instant(),
                                                officer.officer(),
                                                subject(path),
                                                all))));
    }

    private Outcome<Officer> holders(Transaction transaction, OfficerKey officer, Optional<OfficerKey> approver) {
        return office.roster()
                .holder(transaction, officer)
                .then(holder -> approver.isEmpty()
                        ? Outcome.done(holder)
                        : office.roster().holder(transaction, approver.get()));
    }

    private static String subject(String path) {
        return Sha256.hex("curfew.break-glass/" + path);
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
