package dev.curfew.connector.aws;

import dev.curfew.connector.aws.session.SessionRevoker;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;

/// Ends keys and sessions, each in its own way.
record Revokers(Revoker keys, Revoker sessions) implements Revoker {

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        return (action.code().equals(SessionRevoker.END) ? sessions : keys).act(action, credential);
    }
}
