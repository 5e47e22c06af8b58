package dev.curfew.connector.aws;

import dev.curfew.connector.aws.session.AllSessions;
import dev.curfew.connector.aws.session.SessionName;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;

/// Tries keys and sessions, each in its own way.
record Probes(Probe keys, Probe sessions) implements Probe {

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        return of(credential).attempt(credential, value);
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        return of(credential).list(credential);
    }

    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        return of(credential).belongs(credential, value);
    }

    private Probe of(CredentialId credential) {
        return SessionName.of(credential).isPresent()
                        || AllSessions.of(credential).isPresent()
                ? sessions
                : keys;
    }
}
