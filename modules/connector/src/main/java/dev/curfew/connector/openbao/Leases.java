package dev.curfew.connector.openbao;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;

/// How leases are named: `lease/<lease id>`. A token's credential is its bare accessor, which has no slash.
final class Leases {
    private static final String PREFIX = "lease/";

    private Leases() {}

    static boolean isLease(CredentialId credential) {
        return credential.nativeId().startsWith(PREFIX);
    }

    static CredentialId credential(SourceName source, String lease) {
        return new CredentialId(source, PREFIX + lease);
    }

    /// @throws IllegalArgumentException if it is no lease
    static String id(CredentialId credential) {
        if (!isLease(credential)) {
            throw new IllegalArgumentException("not a lease: " + credential);
        }
        return credential.nativeId().substring(PREFIX.length());
    }
}
