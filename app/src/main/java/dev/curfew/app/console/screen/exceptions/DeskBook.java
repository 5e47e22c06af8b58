package dev.curfew.app.console.screen.exceptions;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.util.List;

/// The workspace as the screen asks it.
record DeskBook(Desk desk) implements ExceptionBook {

    @Override
    public List<ExceptionCase> list() {
        return desk.exceptions().list().reversed();
    }

    @Override
    public List<Officer> signers() {
        return desk.officers().list().stream()
                .filter(officer -> desk.officers().hasKey(officer.name()))
                .toList();
    }

    @Override
    public Officer addOfficer(OfficerLogin login, String displayName) {
        return desk.officers().add(login, displayName);
    }

    @Override
    public Reach adds(PolicyId policy) {
        return desk.reach().adds(policy);
    }

    @Override
    public ExceptionCase request(OfficerLogin requester, PolicyId policy, Duration duration, String reason) {
        return desk.exceptions().request(requester, policy.text(), duration, reason);
    }

    @Override
    public Review review(String requestId) {
        return desk.exceptions().review(requestId);
    }

    @Override
    public void approve(OfficerLogin officer, Review shown) {
        desk.exceptions().approve(officer, shown);
    }

    @Override
    public void deny(OfficerLogin officer, Review shown, String reason) {
        desk.exceptions().deny(officer, shown, reason);
    }

    @Override
    public Handover issue(OfficerLogin officer, String requestId) {
        return desk.exceptions().issue(officer, requestId);
    }

    @Override
    public void settle(OfficerLogin officer, String requestId) throws InterruptedException {
        desk.exceptions().settle(officer, requestId);
    }

    @Override
    public Closure endEarly(OfficerLogin officer, String windowId) throws InterruptedException {
        return desk.windows().endEarly(officer, windowId);
    }

    @Override
    public List<Closure> closeDue() throws InterruptedException {
        return desk.windows().closeDue();
    }
}
