package dev.curfew.model.estate;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.util.Map;

/// Something access is granted to: a bucket, a secret path, a namespace, an account.
public record Resource(
        ResourceId id,
        String kind,
        String name,
        Sensitivity sensitivity,
        Map<String, String> tags,
        Provenance provenance)
        implements Fact {

    public Resource {
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
}
