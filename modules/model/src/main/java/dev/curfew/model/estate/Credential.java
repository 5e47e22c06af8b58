package dev.curfew.model.estate;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that proves an identity: a key, token, certificate, password. Known by the provider's public id.
///
/// @param kind `<provider>.<kind>`, the key into the revocability catalogue, for example `aws.access-key`
/// @param holder whom it proves; null for a token that stands for no entity
/// @param parent the credential that minted it, where the source says and where its end ends this one
/// @param createdAt null where the source does not say
/// @param active false when the provider lists it as disabled
/// @param attributes what the kind has besides: type, period, uses left, orphan
public record Credential(
        CredentialId id,
        String kind,
        String name,
        @Nullable IdentityId holder,
        @Nullable CredentialId parent,
        @Nullable Instant createdAt,
        Expiry expiry,
        Usage usage,
        boolean active,
        Map<String, String> attributes,
        Provenance provenance)
        implements Fact {

    public Credential {
        attributes = Map.copyOf(attributes);
        if (id.equals(parent)) {
            throw new IllegalArgumentException("a credential is not its own parent: " + id);
        }
    }

    /// The same, told more of.
    public Credential with(Usage other) {
        return new Credential(id, kind, name, holder, parent, createdAt, expiry, other, active, attributes, provenance);
    }

    @Override
    public SourceName source() {
        return id.source();
    }

    @Override
    public String key() {
        return id.nativeId();
    }
}
