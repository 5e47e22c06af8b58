package dev.curfew.snapshot.testing;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Records of every kind, with every case of every sealed part.
public final class Saved {
    private static final Instant AT = Facts.THEN;
    private static final CredentialId KEY = CredentialId.of(Facts.SOURCE, "AKIA1");
    private static final PolicyId POLICY = PolicyId.of(Facts.SOURCE, "policy/admin");

    public static final Connection CONNECTION = new Connection(
            new SourceName(Facts.SOURCE), "aws", URI.create("https://iam.example/"), true, AT, Map.of("region", "eu"));
    public static final Officer ADA = new Officer("ada", "Ada L.", "MCow", AT);
    public static final Officer BO = new Officer("bo", "Bo", "MCox", AT);
    public static final ExceptionRequest REQUEST = new ExceptionRequest(
            "r-1",
            "ada",
            POLICY,
            "ab".repeat(32),
            Duration.ofMinutes(15),
            "the pager",
            Map.of("ticket", "OPS-7"),
            "{\"adds\":3}",
            4,
            "n",
            AT,
            RequestState.PENDING);
    public static final Approval APPROVAL =
            new Approval("r-1", "bo", Approval.Decision.APPROVE, AT, "{\"subject\":\"r-1\"}", "c2ln");
    public static final Window OPEN = new Window(
            "r-1", POLICY, KEY, AT, AT.plusSeconds(900), new Enforcement(true, "openbao", "max ttl"), null, null);
    public static final Window ENDED = OPEN.ended(WindowEnd.REVOKED, AT.plusSeconds(60));
    public static final RevocationPlan PLAN = new RevocationPlan(
            "p-1",
            "ada",
            "leaked",
            AT,
            4,
            List.of(new PlannedStep(1, KEY, "aws.access-key", new Action("aws.delete-access-key", false))),
            Map.of("reachBefore", 3, "words", List.of("a", Map.of("b", true))));
    public static final List<StepRecord> STEPS = List.of(
            new StepRecord("p-1", 1, StepState.STARTED, AT, ""),
            new StepRecord("p-1", 2, StepState.UNCERTAIN, AT, "504"));
    public static final List<ProbeAttempt> ATTEMPTS = List.of(
            new ProbeAttempt("p-1", 1, 1, true, new ProbeOutcome.Accepted(AT, "200")),
            new ProbeAttempt("p-1", 1, 2, false, new ProbeOutcome.Refused(AT, RefusalClass.INVALID_CREDENTIAL, "403")),
            new ProbeAttempt("p-1", 1, 3, false, new ProbeOutcome.Indeterminate(AT, "503")));
    public static final List<ProofRecord> PROOFS = List.of(
            new ProofRecord("p-1", 1, KEY, new Proof.Proved(AT, 3, 3)),
            new ProofRecord("p-1", 2, KEY, new Proof.ProvedAfter(AT, 3, 4, Duration.ofSeconds(9))),
            new ProofRecord("p-1", 3, KEY, new Proof.StillWorks(AT, 1, 1)),
            new ProofRecord("p-1", 4, KEY, new Proof.NotProvable(AT, "no value", "give it", null)),
            notProvable(5, new ListingEvidence.Listed(AT, false, "Inactive")),
            notProvable(6, new ListingEvidence.NotListed(AT, "")),
            notProvable(7, new ListingEvidence.Unreadable(AT, "403")),
            new ProofRecord("p-1", 8, KEY, new Proof.Indeterminate(AT, "503")));

    private Saved() {}

    private static ProofRecord notProvable(int ordinal, ListingEvidence listing) {
        return new ProofRecord("p-1", ordinal, KEY, new Proof.NotProvable(AT, "no value", "give it", listing));
    }
}
