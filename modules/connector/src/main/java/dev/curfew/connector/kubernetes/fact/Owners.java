package dev.curfew.connector.kubernetes.fact;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Who answers for an object, by what it says itself.
public final class Owners {
    private static final Messages MESSAGES = Messages.of(Owners.class);

    /// The first that is there and not blank. `a8r.io/owner`: <https://ambassadorlabs.github.io/k8s-for-humans/>
    private static final List<String> KEYS =
            List.of("curfew:owner", "owner", "a8r.io/owner", "app.kubernetes.io/owner", "team", "contact");

    private static final String SYSTEM = "system:";

    private Owners() {}

    /// @param tags as of [Tags]
    public static Ownership of(Map<String, String> tags) {
        for (String key : KEYS) {
            String owner = tags.getOrDefault(key, "").strip();
            if (!owner.isEmpty()) {
                return new Ownership.Owned(owner, MESSAGES.text("owner.tag", key));
            }
        }
        return new Ownership.Unowned();
    }

    /// Names that begin with `system:` are reserved for Kubernetes' own parts.
    public static Ownership ofSubject(String name) {
        return name.startsWith(SYSTEM)
                ? new Ownership.Owned("Kubernetes", MESSAGES.text("owner.system"))
                : new Ownership.Unowned();
    }
}
