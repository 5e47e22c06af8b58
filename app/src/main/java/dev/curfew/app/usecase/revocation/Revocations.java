package dev.curfew.app.usecase.revocation;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import java.util.List;
import java.util.Map;

/// Plans revocations, runs them, and proves them.
public interface Revocations {

    /// Newest first.
    List<RevocationCase> list();

    /// @throws Refused if there is no such plan
    RevocationCase find(String planId);

    /// Plans the end of credentials, or of all credentials of an identity, and keeps the plan with its preview.
    ///
    /// @param targets ids, or what is unambiguous of them
    /// @param action the action's code where the credential's kind has more than one (`aws.deactivate-access-key`);
    ///     empty: the kind's own
    /// @throws Refused if a target is unknown, ambiguous, or cannot be revoked
    RevocationCase plan(OfficerLogin requester, List<String> targets, String action, String reason);

    /// Approves the plan by the officer's signature, runs it, and probes until refused.
    ///
    /// @param values what to probe with, by credential; in memory for this run only; neither kept nor closed here
    /// @throws Refused if the source may not be acted on, the plan ran already, or the passphrase is wrong
    RevocationCase run(OfficerLogin officer, String planId, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException;

    /// Probes again what a plan revoked.
    RevocationCase verify(String planId, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException;
}
