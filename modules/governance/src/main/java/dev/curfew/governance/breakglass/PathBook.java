package dev.curfew.governance.breakglass;

import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The break-glass paths, their envelopes and their drills. They live in the ledger alone, paths and reports signed by
/// the officer whose they are, so that whoever can write to the database can neither register a path nor pass a drill.
public final class PathBook implements SealBook {
    public static final String REGISTERED = "break-glass.registered";
    public static final String SEALING = "break-glass.sealing";
    public static final String SEALED = "break-glass.sealed";
    public static final String DRILLED = "break-glass.drilled";

    /// One name for all registrations: the newest of a path's name holds.
    private static final String PATHS = Sha256.hex("curfew.break-glass");

    private final Office office;

    public PathBook(Office office) {
        this.office = office;
    }

    /// In the order of their first registration. One whose newest registration is not believed is only in doubt.
    public Believed<BreakGlassPath> paths(Transaction transaction) {
        List<BreakGlassPath> paths = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (Registration newest : newest(transaction).values()) {
            switch (newest.path()) {
                case Outcome.Done<BreakGlassPath>(BreakGlassPath path) -> paths.add(path);
                case Outcome.Refused<BreakGlassPath> refused -> doubts.add(Believed.doubt(newest.entry(), refused));
            }
        }
        return new Believed<>(paths, doubts);
    }

    private record Registration(LedgerEntry entry, Outcome<BreakGlassPath> path) {}

    /// By name. A copy that somebody enters later brings nothing back.
    private Map<String, Registration> newest(Transaction transaction) {
        Map<String, Registration> newest = new LinkedHashMap<>();
        Set<BreakGlassPath> known = new HashSet<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, REGISTERED, PATHS)) {
            Outcome<BreakGlassPath> path = Believed.guarded(
                    entry, it -> verified(transaction, it, "path").map(BreakGlassJson::path));
            switch (path) {
                case Outcome.Done<BreakGlassPath>(BreakGlassPath it) -> {
                    if (known.add(it)) {
                        newest.put(it.name(), new Registration(entry, path));
                    }
                }
                case Outcome.Refused<BreakGlassPath> _ ->
                    newest.put(detail(entry, "name"), new Registration(entry, path));
            }
        }
        return newest;
    }

    /// @return it, or UNKNOWN_PATH, PATH_FORGED, PATH_UNREADABLE, or as `Roster.signer`
    public Outcome<BreakGlassPath> find(Transaction transaction, String name) {
        return Optional.ofNullable(newest(transaction).get(name))
                .map(Registration::path)
                .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_PATH, name));
    }

    /// All drills of a path, oldest first, as far as they are signed. A copy that somebody enters later is none, nor is
    /// the drill of another path.
    public Believed<DrillReport> drills(Transaction transaction, String path) {
        Believed<DrillReport> drills = Believed.of(
                office.auditLog().confirmAll(transaction, DRILLED, subject(path)),
                entry -> verified(transaction, entry, "report")
                        .map(BreakGlassJson::report)
                        .then(report -> report.path().equals(path)
                                ? Outcome.done(report)
                                : Outcome.refused(Refusal.PATH_FORGED, path)));
        return drills.with(drills.all().stream().distinct().toList());
    }

    private Outcome<String> verified(Transaction transaction, LedgerEntry entry, String name) {
        String text = detail(entry, name);
        return office.roster()
                .signer(transaction, entry.event().actor(), entry.index())
                .then(officer -> Ed25519.verifies(officer.publicKey(), text, detail(entry, "signature"))
                        ? Outcome.done(text)
                        : Outcome.refused(Refusal.PATH_FORGED, detail(entry, "name")));
    }

    /// @return the path, or as `Roster.holder`
    public Outcome<BreakGlassPath> register(OfficerKey officer, BreakGlassPath path) {
        String text = CanonicalJson.text(BreakGlassJson.of(path));
        return signed(officer, REGISTERED, PATHS, Map.of("name", path.name(), "path", text), text)
                .map(_ -> path);
    }

    /// @return the report, or as `Roster.holder`
    public Outcome<DrillReport> drilled(OfficerKey officer, DrillReport report) {
        String text = CanonicalJson.text(BreakGlassJson.of(report));
        Map<String, Object> details = Map.of(
                "name", report.path(),
                "drill", report.id(),
                "passed", report.passed(),
                "report", text);
        return signed(officer, DRILLED, subject(report.path()), details, text).map(_ -> report);
    }

    private Outcome<LedgerEntry> signed(
            OfficerKey officer, String type, String subject, Map<String, Object> details, String text) {
        return office.unitOfWork()
                .run(transaction -> office.roster().holder(transaction, officer).map(_ -> {
                    Map<String, Object> all = new LinkedHashMap<>(details);
                    all.put("signature", officer.sign(text));
                    all.put("host", office.device().host());
                    return append(transaction, type, officer.officer(), subject, all);
                }));
    }

    @Override
    public Optional<String> sealed(String path) {
        return hash(SEALED, path);
    }

    @Override
    public Optional<String> sealing(String path) {
        return hash(SEALING, path);
    }

    private Optional<String> hash(String type, String path) {
        return office.unitOfWork()
                .run(transaction -> office.auditLog().confirm(transaction, type, subject(path)))
                .map(entry -> detail(entry, "envelope"));
    }

    @Override
    public void enterSealing(Envelope envelope, String officer) {
        enter(SEALING, envelope, officer);
    }

    @Override
    public void enterSealed(Envelope envelope, String officer) {
        enter(SEALED, envelope, officer);
    }

    private void enter(String type, Envelope envelope, String officer) {
        office.unitOfWork()
                .run(transaction -> append(
                        transaction,
                        type,
                        officer,
                        subject(envelope.path()),
                        Map.of(
                                "name", envelope.path(),
                                "number", envelope.number(),
                                "envelope", envelope.hash(),
                                "threshold", envelope.threshold(),
                                "holders",
                                        envelope.shares().stream()
                                                .map(share -> share.holder().officer())
                                                .toList())));
    }

    private LedgerEntry append(
            Transaction transaction, String type, String officer, String subject, Map<String, Object> details) {
        return office.auditLog()
                .append(transaction, new AuditEvent(type, office.clock().instant(), officer, subject, details));
    }

    private static String subject(String path) {
        return Sha256.hex("curfew.break-glass/" + path);
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
