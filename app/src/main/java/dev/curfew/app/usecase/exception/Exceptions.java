package dev.curfew.app.usecase.exception;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Window;
import java.time.Duration;
import java.util.List;

/// Requests for access outside the normal path, their decisions, and their windows.
public interface Exceptions {

    /// Newest first.
    List<ExceptionCase> list();

    /// @throws Refused if there is no such request
    ExceptionCase find(String requestId);

    /// @param policy its id, or what is unambiguous of it
    /// @throws Refused if the policy is unknown or ambiguous, the duration is over the ceiling, or the
    ///     passphrase is wrong
    ExceptionCase request(OfficerLogin requester, String policy, Duration duration, String reason);

    /// @throws Refused if the approver asked for it themselves, it is decided already, or the passphrase is wrong
    ExceptionCase approve(OfficerLogin approver, String requestId);

    /// @throws Refused if it is decided already, or the passphrase is wrong
    ExceptionCase deny(OfficerLogin officer, String requestId, String reason);

    /// Reads the target again, issues the credential, opens the window. The value is handed over once and never again.
    ///
    /// @throws Refused if it is not approved, the policy changed since, or the source may not be acted on
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    Handover issue(OfficerLogin officer, String requestId) throws InterruptedException;

    /// Windows that are open, the first to end first.
    List<Window> open();

    /// Marks as ended the windows whose time is over; answers those.
    List<Window> closeDue();
}
