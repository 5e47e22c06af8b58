package dev.curfew.governance.custody;

import dev.curfew.model.governance.Officer;

/// Somebody who holds a share.
///
/// @param officer their name
/// @param publicKey to which their shares are sealed: X25519, X.509 SubjectPublicKeyInfo in Base64
public record Holder(String officer, String publicKey) {
    public Holder {
        if (!Officer.isName(officer)) {
            throw new IllegalArgumentException("not an officer's name: '" + officer + "'");
        }
    }
}
