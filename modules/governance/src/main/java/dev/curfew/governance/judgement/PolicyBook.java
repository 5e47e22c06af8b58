package dev.curfew.governance.judgement;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The policies in force, and those before them. They live in the ledger alone, each version signed by who saved it, so
/// that whoever can write to the database still cannot change what is allowed.
public final class PolicyBook {
    public static final String SAVED = "policy.saved";

    /// One name for all versions: the newest entry about it is in force.
    private static final String SUBJECT = Sha256.hex("curfew.policies");

    private static final CompiledPolicies COMPILED = new CompiledPolicies();

    private final Office office;

    public PolicyBook(Office office) {
        this.office = office;
    }

    /// The policies in force: the newest that were saved, or those that Curfew brings.
    ///
    /// @return them, or FORGED, POLICIES_UNUSABLE, or as `Roster.find`
    public Outcome<Policies> current(Transaction transaction) {
        return inForce(transaction).then(version -> compiled(version.pack()));
    }

    /// @return as [#current]
    public Outcome<PolicyVersion> inForce(Transaction transaction) {
        return office.auditLog()
                .confirm(transaction, SAVED, SUBJECT)
                .map(newest -> verified(transaction, newest, count(transaction)))
                .orElseGet(() -> Outcome.done(packaged()));
    }

    private int count(Transaction transaction) {
        return Math.toIntExact(office.auditLog().count(transaction, SAVED, SUBJECT));
    }

    private List<LedgerEntry> saved(Transaction transaction) {
        return office.auditLog().confirmAll(transaction, SAVED, SUBJECT);
    }

    private static PolicyVersion packaged() {
        PolicyPack pack = PolicyPack.packaged();
        return new PolicyVersion(0, pack, Sha256.hex(pack.policies()), "", Instant.EPOCH);
    }

    private static Outcome<Policies> compiled(PolicyPack pack) {
        try {
            return Outcome.done(COMPILED.of(pack));
        } catch (PolicyTextException e) {
            return Outcome.refused(Refusal.POLICIES_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /// All that were saved, oldest first, each as its signature vouches for it.
    ///
    /// @return them, or FORGED, or as `Roster.find`
    public Outcome<List<PolicyVersion>> versions(Transaction transaction) {
        Outcome<List<PolicyVersion>> versions = Outcome.done(List.of(packaged()));
        for (LedgerEntry entry : saved(transaction)) {
            versions = versions.then(
                    before -> verified(transaction, entry, before.size()).map(version -> {
                        List<PolicyVersion> more = new ArrayList<>(before);
                        more.add(version);
                        return List.copyOf(more);
                    }));
        }
        return versions;
    }

    /// @param place which of those that were saved it is, from 1: a copy of an earlier one that somebody enters later
    ///     does not bring that back
    private Outcome<PolicyVersion> verified(Transaction transaction, LedgerEntry entry, int place) {
        Map<String, Object> details = entry.event().details();
        PolicyVersion version = new PolicyVersion(
                details.get("number") instanceof Number number ? number.intValue() : 0,
                new PolicyPack(detail(details, "text"), detail(details, "cases")),
                Sha256.hex(detail(details, "text")),
                entry.event().actor(),
                entry.event().at());
        return office.roster()
                .signer(transaction, version.savedBy(), entry.index())
                .then(officer -> version.number() == place
                                && Ed25519.verifies(officer.publicKey(), signed(version), detail(details, "signature"))
                        ? Outcome.done(version)
                        : Outcome.refused(Refusal.POLICIES_FORGED, version.number()));
    }

    /// Puts others in force, if they are well typed and pass their own cases.
    ///
    /// @return the new version, or POLICIES_UNUSABLE, CASES_FAIL, or as `Roster.holder`
    public Outcome<PolicyVersion> save(OfficerKey officer, PolicyPack pack) {
        return tested(pack)
                .then(_ -> office.unitOfWork()
                        .run(transaction -> office.roster()
                                .holder(transaction, officer)
                                .map(_ -> enter(transaction, officer, pack))));
    }

    /// Needs no workspace.
    ///
    /// @return the cases, all passed, or POLICIES_UNUSABLE, CASES_FAIL
    public static Outcome<PolicyCases> tested(PolicyPack pack) {
        return compiled(pack).then(policies -> {
            try {
                PolicyCases cases = PolicyCases.of(pack.cases());
                List<String> failures = cases.failures(policies);
                return failures.isEmpty()
                        ? Outcome.done(cases)
                        : Outcome.refused(Refusal.CASES_FAIL, failures.size(), String.join("\n", failures));
            } catch (PolicyTextException e) {
                return Outcome.refused(Refusal.POLICIES_UNUSABLE, String.valueOf(e.getMessage()));
            }
        });
    }

    private PolicyVersion enter(Transaction transaction, OfficerKey officer, PolicyPack pack) {
        int number = 1 + count(transaction);
        PolicyVersion version = new PolicyVersion(
                number,
                pack,
                Sha256.hex(pack.policies()),
                officer.officer(),
                office.clock().instant());
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                SAVED,
                                version.savedAt(),
                                officer.officer(),
                                SUBJECT,
                                Map.of(
                                        "number", number,
                                        "hash", version.hash(),
                                        "text", pack.policies(),
                                        "cases", pack.cases(),
                                        "signature", officer.sign(signed(version)),
                                        "device", office.device().id(),
                                        "host", office.device().host())));
        return version;
    }

    private static String signed(PolicyVersion version) {
        return CanonicalJson.text(Map.of(
                "schema", "curfew.policies/1",
                "number", version.number(),
                "text", version.pack().policies(),
                "cases", version.pack().cases(),
                "savedBy", version.savedBy(),
                "savedAt", version.savedAt().toString()));
    }

    private static String detail(Map<String, Object> details, String name) {
        return Objects.toString(details.get(name), "");
    }
}
