package dev.curfew.connector.folder.fact;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;

/// How what is in a folder is named: files and agents by their path, everything else by what it is, wherever it lies.
record Ids(SourceName source) {
    ResourceId file(String path) {
        return new ResourceId(source, "file/" + path);
    }

    IdentityId agent(String path) {
        return new IdentityId(source, "agent/" + path);
    }

    PolicyId given(String path) {
        return new PolicyId(source, "given/" + path);
    }

    /// @param fingerprint keyed
    CredentialId secret(String fingerprint) {
        return new CredentialId(source, "secret/" + fingerprint);
    }

    /// @param sha256 of its DER, in hexadecimal
    CredentialId certificate(String sha256) {
        return new CredentialId(source, "certificate/" + sha256);
    }

    CredentialId key(String id) {
        return new CredentialId(source, "key/" + id);
    }
}
