package dev.curfew.app.console.screen.exceptions;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.util.List;

/// What the screen asks of the workspace. Everything runs in the background.
interface ExceptionBook {

    List<ExceptionCase> list();

    /// Those whose keys are on this machine.
    List<Officer> signers();

    Officer addOfficer(OfficerLogin login, String displayName);

    Reach adds(PolicyId policy);

    ExceptionCase request(OfficerLogin requester, PolicyId policy, Duration duration, String reason);

    Review review(String requestId);

    void approve(OfficerLogin officer, Review shown);

    void deny(OfficerLogin officer, Review shown, String reason);

    Handover issue(OfficerLogin officer, String requestId);

    void settle(OfficerLogin officer, String requestId) throws InterruptedException;

    Closure endEarly(OfficerLogin officer, String windowId) throws InterruptedException;

    /// Enters the end of the windows whose time is over.
    List<Closure> closeDue() throws InterruptedException;
}
