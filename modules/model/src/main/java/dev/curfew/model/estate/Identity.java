package dev.curfew.model.estate;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A non-human identity, a group, or a person's account where it holds grants.
///
/// @param kind `<provider>.<kind>`, for example `aws.role`, `openbao.entity`, `kubernetes.service-account`
/// @param name as its users know it
/// @param createdAt null where the source does not say
/// @param tags the provider's tags or labels, and what the connector derived under `curfew:` keys
public record Identity(
        IdentityId id,
        String kind,
        String name,
        Ownership ownership,
        @Nullable Instant createdAt,
        Usage usage,
        Map<String, String> tags,
        Provenance provenance)
        implements Fact {

    public Identity {
        tags = Map.copyOf(tags);
    }

    @Override
    public SourceName source() {
        return id.source();
    }

    @Override
    public String key() {
        return id.nativeId();
    }

    /// By the name itself, or by it in a namespace.
    public boolean isCalled(String plain) {
        return name.equals(plain) || name.endsWith("/" + plain);
    }
}
