package dev.curfew.governance.officer;

import dev.curfew.model.connection.Secret;

/// The tokens that are plugged into this machine.
public interface KeyTokens {
    /// Of a machine where none is looked for.
    KeyTokens NONE = (officer, _, _) -> {
        throw new OfficerKeyException(OfficerKeyException.Kind.NO_MODULE, officer);
    };

    /// A key on a token, ready to sign.
    ///
    /// @param officer whose it is, for what is said when it fails
    /// @throws OfficerKeyException kind NO_MODULE, NO_TOKEN, WRONG_PIN, PIN_LOCKED or TOKEN_FAILED
    TokenKey open(String officer, TokenUri key, Secret pin);

    /// @param uri names the token by its serial number and the key by its id, whatever it was asked by
    /// @param publicKey X.509 SubjectPublicKeyInfo in Base64
    record TokenKey(TokenUri uri, String publicKey, HeldKey held) {}
}
