package dev.curfew.connector.openbao;

import dev.curfew.connector.openbao.approle.SecretId;
import dev.curfew.connector.openbao.approle.SecretIdRotator;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import java.util.Set;

/// Of tokens and of secret ids. Both bear the mark.
///
/// @param tokens for what is no secret id
record OpenBaoRotators(OpenBaoRotator tokens, SecretIdRotator secretIds) implements Rotator {

    private Rotator of(CredentialId credential) {
        return SecretId.is(credential) ? secretIds : tokens;
    }

    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        return of(old).beside(old);
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside)
            throws InterruptedException {
        return of(old).strays(old, mark, beside);
    }

    @Override
    public boolean marks() {
        return tokens.marks() && secretIds.marks();
    }

    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        return of(old).make(old, mark);
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) throws InterruptedException {
        return of(fresh).discard(fresh);
    }

    @Override
    public boolean recordTellsApart() {
        return true;
    }

    @Override
    public Usage lastUse(CredentialId credential) throws InterruptedException {
        return of(credential).lastUse(credential);
    }

    @Override
    public ActionOutcome restore(CredentialId old) throws InterruptedException {
        return of(old).restore(old);
    }
}
