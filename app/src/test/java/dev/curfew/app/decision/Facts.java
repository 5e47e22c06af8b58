package dev.curfew.app.decision;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import java.util.Map;

/// What a reading tells, where a test cares for little of it.
public final class Facts {
    public static final Provenance PROVENANCE = new Provenance("all", "test", "{}");

    private Facts() {}

    /// A credential that nobody is known to hold or to have used, and that does not end.
    public static Credential credential(CredentialId id, String kind, Map<String, String> tags) {
        return new Credential(
                id,
                kind,
                id.nativeId(),
                null,
                null,
                null,
                new Expiry.Never(),
                new Usage.NotObserved("test"),
                true,
                tags,
                PROVENANCE);
    }
}
