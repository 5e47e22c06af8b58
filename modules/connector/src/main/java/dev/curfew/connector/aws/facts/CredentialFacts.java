package dev.curfew.connector.aws.facts;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A user's credentials as facts.
public final class CredentialFacts {
    private CredentialFacts() {}

    /// An access key never ends by itself.
    ///
    /// @param isOwn whether Curfew itself uses it
    public static Credential accessKey(
            IdentityId user,
            String userName,
            String id,
            boolean active,
            @Nullable Instant createdAt,
            Usage usage,
            boolean isOwn) {
        return new Credential(
                new CredentialId(user.source(), id),
                "aws.access-key",
                id,
                user,
                null,
                createdAt,
                new Expiry.Never(),
                usage,
                active,
                isOwn ? Map.of("user", userName, OwnMark.KEY, OwnMark.VALUE) : Map.of("user", userName),
                new Provenance(
                        Scopes.ACCESS_KEYS,
                        "ListAccessKeys",
                        Documents.accessKey(userName, id, active ? "Active" : "Inactive", createdAt)));
    }

    /// A console password. When it ends, the account's password policy decides, which is not read.
    public static Credential password(
            IdentityId user, String userName, @Nullable Instant createdAt, boolean resetRequired, Usage usage) {
        return new Credential(
                new CredentialId(user.source(), user.nativeId() + "#password"),
                "aws.password",
                userName,
                user,
                null,
                createdAt,
                new Expiry.Unknown(Messages.of(CredentialFacts.class).text("expiry.password")),
                usage,
                true,
                Map.of("user", userName, "reset-required", String.valueOf(resetRequired)),
                new Provenance(
                        Scopes.PASSWORDS,
                        "GetLoginProfile",
                        Documents.loginProfile(userName, resetRequired, createdAt)));
    }
}
