package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Optional;

/// A break-glass path that is to be opened in earnest.
///
/// @param atMost how long whoever has it means to have it
/// @param approver another officer, who signs for it too: dual control; empty in an emergency, where nobody is waited
///     for
public record UseOrder(String path, String reason, Duration atMost, Optional<OfficerLogin> approver) {
    private static final Messages MESSAGES = Messages.of(UseOrder.class);

    /// @throws Refused if there is no reason, or the officer approves what they open themselves
    void check(OfficerLogin officer) {
        if (reason.isBlank()) {
            throw new Refused(MESSAGES.text("no-reason"));
        }
        if (approver.filter(one -> one.name().equals(officer.name())).isPresent()) {
            throw new Refused(MESSAGES.text("self-approval", officer.name()));
        }
    }
}
