package dev.curfew.connector.openbao.observe;

import dev.curfew.model.attribute.Ownership;
import java.util.Map;

/// Who answers for an entity, by what its metadata says.
final class Owners {

    private Owners() {}

    static Ownership of(Map<String, String> metadata) {
        for (String key : new String[] {"owner", "team"}) {
            String owner = metadata.getOrDefault(key, "");
            if (!owner.isBlank()) {
                return new Ownership.Owned(owner, "metadata " + key);
            }
        }
        return new Ownership.Unowned();
    }
}
