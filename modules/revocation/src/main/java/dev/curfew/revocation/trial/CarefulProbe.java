package dev.curfew.revocation.trial;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import java.time.InstantSource;

/// A probe that answers even where its source does not: a source that cannot be used is no refusal, and no absence.
final class CarefulProbe implements Probe {
    private final Probe probe;
    private final InstantSource clock;

    CarefulProbe(Probe probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        try {
            return probe.attempt(credential, value);
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        try {
            return probe.list(credential);
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    /// False also where the source cannot say: what is not known to belong proves nothing.
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        try {
            return probe.belongs(credential, value);
        } catch (SourceException e) {
            return false;
        }
    }
}
