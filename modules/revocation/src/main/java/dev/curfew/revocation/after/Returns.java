package dev.curfew.revocation.after;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.run.Lookout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks whether an identity is back that was cut off with all that it held: a credential was made for it since, or it
/// was deleted and one of its name made, which what is bound by name belongs to again. Judged by the newest reading of
/// its source; asks no source. One from which a plan took a part may have new ones: that is how a key is replaced.
///
/// Used by one thread.
public final class Returns {
    public static final String RETURNED = "identity.returned";

    /// Whoever works for the workspace itself.
    private static final String CURFEW = "curfew";

    private final Office office;
    private final Lookout lookout;

    /// What an identity was when its plan was made, by plan and identity: a look into the history each.
    private final Map<String, Optional<Identity>> formerly = new HashMap<>();

    public Returns(Office office, Lookout lookout) {
        this.office = office;
        this.lookout = lookout;
    }

    /// What is back now; what is so for the first time is entered in the ledger.
    ///
    /// @return what was entered
    public List<Returned> look() {
        List<Returned> news = new ArrayList<>();
        for (Returned returned : standing()) {
            office.unitOfWork().run(transaction -> {
                if (office.auditLog()
                        .confirm(transaction, RETURNED, subject(returned))
                        .isEmpty()) {
                    office.auditLog().append(transaction, event(returned));
                    news.add(returned);
                }
                return true;
            });
        }
        return news;
    }

    /// What is back by the newest reading.
    public List<Returned> standing() {
        Map<String, ProofRecord> gone = lookout.gone().stream()
                .collect(Collectors.toMap(record -> record.credential().text(), record -> record));
        if (gone.isEmpty()) {
            return List.of();
        }
        SnapshotIndex index = new SnapshotIndex(office.store().current());
        return severed(gone).stream()
                .filter(one -> wasReadSince(index, one))
                .flatMap(one -> back(index, one, gone.keySet()).stream())
                .toList();
    }

    private List<Severed> severed(Map<String, ProofRecord> gone) {
        Map<String, Severed> newest = new LinkedHashMap<>();
        for (RevocationPlan plan : plans(gone)) {
            Severed.by(plan, gone)
                    .forEach(one -> newest.putIfAbsent(one.identity().text(), one));
        }
        return List.copyOf(newest.values());
    }

    /// The newest first.
    private List<RevocationPlan> plans(Map<String, ProofRecord> gone) {
        Set<String> ids = gone.values().stream().map(ProofRecord::planId).collect(Collectors.toSet());
        return office.unitOfWork()
                .run((Transaction transaction) -> transaction.plans().all().stream()
                        .filter(plan -> ids.contains(plan.id()))
                        .toList())
                .reversed();
    }

    private static boolean wasReadSince(SnapshotIndex index, Severed severed) {
        return index.snapshot().coverage().stream()
                .anyMatch(scope -> scope.source().equals(severed.identity().source())
                        && scope.at().isAfter(severed.goneAt()));
    }

    private List<Returned> back(SnapshotIndex index, Severed severed, Set<String> gone) {
        List<Returned> back = new ArrayList<>();
        IdentityId identity = severed.identity();
        for (Credential credential : index.credentialsOf(identity)) {
            CredentialId id = credential.id();
            if (credential.active() && !gone.contains(id.text())) {
                back.add(new Returned(id, identity.text(), severed.plan().id(), severed.goneAt()));
            }
        }
        if (index.identity(identity).isEmpty()) {
            formerly(severed)
                    .ifPresent(was -> index.snapshot().identities().stream()
                            .filter(now -> isAnew(was, now) && mayDo(index, now.id()))
                            .forEach(now -> back.add(new Returned(
                                    now.id(), identity.text(), severed.plan().id(), severed.goneAt()))));
        }
        return back;
    }

    private Optional<Identity> formerly(Severed severed) {
        return formerly.computeIfAbsent(
                severed.plan().id() + "/" + severed.identity().text(),
                _ -> new SnapshotIndex(office.store().asOf(severed.plan().createdAt())).identity(severed.identity()));
    }

    private static boolean isAnew(Identity was, Identity now) {
        return now.source().equals(was.source())
                && now.kind().equals(was.kind())
                && now.name().equals(was.name());
    }

    private static boolean mayDo(SnapshotIndex index, IdentityId identity) {
        return !index.grantsOf(identity).isEmpty()
                || index.credentialsOf(identity).stream().anyMatch(Credential::active);
    }

    private AuditEvent event(Returned returned) {
        return new AuditEvent(
                RETURNED,
                office.clock().instant(),
                CURFEW,
                subject(returned),
                Map.of(
                        "what", returned.what().text(),
                        "identity", returned.identity(),
                        "plan", returned.planId(),
                        "goneAt", returned.goneAt().toString()));
    }

    private static String subject(Returned returned) {
        return Sha256.hex(
                "curfew.returned/" + returned.planId() + "/" + returned.what().text());
    }
}
