package dev.curfew.connector.aws;

import dev.curfew.connector.aws.session.RoleSessionsRevoker;
import dev.curfew.connector.aws.session.SessionRevoker;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;

/// Ends keys, sessions, and all sessions of roles, each in its own way.
record Revokers(Revoker keys, Revoker sessions, Revoker roles) implements Revoker {

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        return switch (action.code()) {
            case SessionRevoker.END -> sessions.act(action, credential);
            case RoleSessionsRevoker.DENY, RoleSessionsRevoker.ALLOW -> roles.act(action, credential);
            default -> keys.act(action, credential);
        };
    }
}
