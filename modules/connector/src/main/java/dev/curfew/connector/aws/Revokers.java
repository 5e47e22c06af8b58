package dev.curfew.connector.aws;

import dev.curfew.connector.aws.session.AllSessionsRevoker;
import dev.curfew.connector.aws.session.SessionRevoker;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;

/// Ends keys, sessions, and all sessions of roles and users, each in its own way.
record Revokers(Revoker keys, Revoker sessions, Revoker all) implements Revoker {

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        return switch (action.code()) {
            case SessionRevoker.END -> sessions.act(action, credential);
            case AllSessionsRevoker.DENY, AllSessionsRevoker.ALLOW -> all.act(action, credential);
            default -> keys.act(action, credential);
        };
    }
}
