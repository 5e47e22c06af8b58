package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.StepReport;
import java.util.List;
import java.util.Map;

/// What the screen asks of the workspace. Everything runs in the background.
interface RevocationBook {

    /// Newest first.
    List<RevocationCase> list();

    /// Those whose keys are on this machine.
    List<Officer> signers();

    RevocationCase plan(OfficerLogin requester, PlanOrder order) throws InterruptedException;

    PlanReview review(String planId) throws InterruptedException;

    /// @param values lent for the run
    RunReport run(OfficerLogin officer, PlanReview shown, Map<CredentialId, Secret> values, Progress progress);

    /// @param values lent for the tries
    List<StepReport> verify(OfficerLogin officer, String planId, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException;
}
