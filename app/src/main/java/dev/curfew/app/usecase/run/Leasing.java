package dev.curfew.app.usecase.run;

import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.run.Leased;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Issuer.Lease;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.Optional;

/// What a command is given in place of its credential, where that was asked for: taken with the credential, and taken
/// back by its source before the credential ends, so that the source says whether it could.
final class Leasing {
    private static final Messages MESSAGES = Messages.of(Leasing.class);

    private final Targets targets;
    private final InstantSource clock;

    Leasing(Targets targets, InstantSource clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /// @param value of the window's credential
    /// @return empty where the request asks for the credential itself
    /// @throws Refused if the source hands out nothing there
    /// @throws SourceException if it refused or did not answer
    Optional<Lease> begin(ExceptionRequest request, Window window, Secret value) throws InterruptedException {
        String path = request.claims().get(ExceptionRequest.LEASE);
        if (path == null) {
            return Optional.empty();
        }
        var issuer = targets.issuer(window.credential().source());
        Optional<Lease> lease =
                issuer.isEmpty() ? Optional.empty() : issuer.get().lease(value, path);
        if (lease.isEmpty()) {
            throw new Refused(
                    MESSAGES.text("no-lease", window.credential().source().value(), path));
        }
        return lease;
    }

    LeaseEnd end(Leased leased) throws InterruptedException {
        ActionOutcome outcome = takenBack(leased);
        return new LeaseEnd(leased.id(), outcome, listing(leased.id()));
    }

    private ActionOutcome takenBack(Leased leased) throws InterruptedException {
        Optional<Revoker> revoker = targets.revoker(leased.id().source());
        if (revoker.isEmpty()) {
            return uncertain(MESSAGES.text("acting-off"));
        }
        try {
            return revoker.get().act(leased.ending(), leased.id());
        } catch (SourceException e) {
            return uncertain(String.valueOf(e.getMessage()));
        }
    }

    private ActionOutcome uncertain(String why) {
        return new ActionOutcome.Uncertain(clock.instant(), why);
    }

    private ListingEvidence listing(CredentialId lease) throws InterruptedException {
        Optional<Probe> probe = targets.probe(lease.source());
        if (probe.isEmpty()) {
            return new ListingEvidence.Unreadable(clock.instant(), MESSAGES.text("no-probe.reason"));
        }
        try {
            return probe.get().list(lease);
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }
}
