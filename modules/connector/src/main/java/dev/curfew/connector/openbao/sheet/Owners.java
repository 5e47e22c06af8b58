package dev.curfew.connector.openbao.sheet;

import dev.curfew.model.attribute.Ownership;
import java.util.Map;

/// Who answers for an entity, by what its metadata says.
public final class Owners {

    private Owners() {}

    public static Ownership of(Map<String, String> metadata) {
        for (String key : new String[] {"owner", "team"}) {
            String owner = metadata.getOrDefault(key, "");
            if (!owner.isBlank()) {
                return new Ownership.Owned(owner, "metadata " + key);
            }
        }
        return new Ownership.Unowned();
    }
}
