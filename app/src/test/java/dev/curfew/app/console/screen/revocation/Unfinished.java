package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Ending;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.approval.PlanStanding;
import dev.curfew.revocation.plan.SignedPlan;
import dev.curfew.revocation.proof.MakersLeft;
import dev.curfew.revocation.spool.Spooled;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plans that wait for somebody.
final class Unfinished {
    static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");

    private static final CredentialId KEY = CredentialId.of("aws", "AKIAIOSFODNN7EXAMPLE");

    private Unfinished() {}

    private static RevocationPlan plan() {
        PlannedStep off = new PlannedStep(1, KEY, "aws.access-key", new Action("aws.deactivate-access-key", true));
        PlannedStep gone = new PlannedStep(2, KEY, "aws.access-key", new Action("aws.delete-access-key", false));
        return new RevocationPlan("p-9x2ab", "ada", "leaked in a build log", AT, 7, List.of(off, gone), Map.of());
    }

    /// Signed by one where two have to.
    static RevocationCase waiting() {
        EndingQuestion question = new EndingQuestion(
                Requester.officer("ada"),
                "p-9x2ab",
                new Ending(
                        "leaked in a build log",
                        Set.of("aws"),
                        Set.of("production"),
                        Set.of("aws.access-key"),
                        Set.of("aws.delete-access-key"),
                        Set.of(),
                        1,
                        1,
                        false,
                        true,
                        false,
                        false,
                        Circumstances.Time.of(AT),
                        Circumstances.Approval.NONE));
        PlanStanding standing = new PlanStanding(
                List.of(SignedApproval.about("ada", "desk-1", AT, null)),
                new PolicyDecision.NeedsSignatures(
                        List.of("an-officer-revokes", "two-officers-delete-in-production"),
                        List.of(new Requirement(1, Requirement.OFFICER))),
                false,
                "0".repeat(64),
                question);
        return new RevocationCase(
                plan(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                MakersLeft.ALL,
                Optional.of(standing),
                Optional.empty());
    }

    /// Done while the ledger could not be written, and cut off.
    static RevocationCase spooled() {
        Spooled spooled = new Spooled(
                Path.of("/home/ada/.local/share/curfew/workspace/spool/p-9x2ab-7k3m2.spool"),
                new SignedPlan(plan(), "", new Device("0".repeat(32), "desk-1")),
                "ada",
                "",
                new SignedText("", ""),
                "no space left",
                AT,
                List.of(),
                "0".repeat(64),
                "0".repeat(64),
                true);
        return new RevocationCase(
                plan(),
                List.of(),
                List.of(new StepRecord("p-9x2ab", 1, StepState.ACTED, AT, "")),
                List.of(),
                List.of(),
                MakersLeft.ALL,
                Optional.empty(),
                Optional.of(spooled));
    }
}
