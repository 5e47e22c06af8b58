package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.usecase.Desk;
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

/// The workspace as the screen asks it.
record DeskBook(Desk desk) implements RevocationBook {

    @Override
    public List<RevocationCase> list() {
        return desk.revocations().list().reversed();
    }

    @Override
    public List<Officer> signers() {
        return desk.officers().list().stream()
                .filter(officer -> desk.officers().hasKey(officer.name()))
                .toList();
    }

    @Override
    public RevocationCase plan(OfficerLogin requester, PlanOrder order) throws InterruptedException {
        return desk.revocations().plan(requester, order);
    }

    @Override
    public PlanReview review(String planId) throws InterruptedException {
        return desk.revocations().review(planId);
    }

    @Override
    public RunReport run(OfficerLogin officer, PlanReview shown, Map<CredentialId, Secret> values, Progress progress) {
        return desk.revocations().run(officer, shown, values, progress);
    }

    @Override
    public List<StepReport> verify(
            OfficerLogin officer, String planId, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        return desk.revocations().verify(officer, planId, values, progress);
    }
}
