package dev.curfew.model.estate;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;

/// Who may become an identity, as a document that names them.
///
/// @param mechanism how: `aws.assume-role`, `kubernetes.federation`, `openbao.login`
/// @param document the trust policy; its `Policy.kind` says how it is read
public record Trust(IdentityId target, String mechanism, PolicyId document, Provenance provenance) implements Fact {

    @Override
    public SourceName source() {
        return target.source();
    }

    @Override
    public String key() {
        return target.nativeId() + " | " + mechanism + " | " + document.nativeId();
    }
}
