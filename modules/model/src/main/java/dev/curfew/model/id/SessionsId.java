package dev.curfew.model.id;

import java.util.Optional;

/// The id under which all sessions of an identity are ended at once, where its source lists none of them:
/// `sessions/<the identity's native id>`.
public final class SessionsId {
    private static final String PREFIX = "sessions/";

    private SessionsId() {}

    public static CredentialId of(IdentityId identity) {
        return new CredentialId(identity.source(), PREFIX + identity.nativeId());
    }

    /// Whether a text may be such an id, with its source or without.
    public static boolean isMeantBy(String text) {
        return text.startsWith(PREFIX) || text.contains(":" + PREFIX);
    }

    /// Whose sessions; empty for another credential.
    public static Optional<IdentityId> holder(CredentialId credential) {
        return credential.nativeId().startsWith(PREFIX)
                ? Optional.of(new IdentityId(
                        credential.source(), credential.nativeId().substring(PREFIX.length())))
                : Optional.empty();
    }
}
