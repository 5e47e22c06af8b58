package dev.curfew.connector.kubernetes.fact;

import dev.curfew.connector.sheet.OwnerTags;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Who answers for an object, by what it says itself.
public final class ObjectOwner {
    private static final Messages MESSAGES = Messages.of(ObjectOwner.class);

    /// `a8r.io/owner`: <https://ambassadorlabs.github.io/k8s-for-humans/>
    private static final OwnerTags LABELS = new OwnerTags(
            List.of("curfew:owner", "owner", "a8r.io/owner", "app.kubernetes.io/owner", "team", "contact"),
            key -> MESSAGES.text("owner.tag", key));

    private static final String SYSTEM = "system:";

    private ObjectOwner() {}

    /// @param tags as of [Tags]
    public static Ownership of(Map<String, String> tags) {
        return LABELS.of(tags);
    }

    /// Names that begin with `system:` are reserved for Kubernetes' own parts.
    public static Ownership ofSubject(String name) {
        return name.startsWith(SYSTEM)
                ? new Ownership.Owned("Kubernetes", MESSAGES.text("owner.system"))
                : new Ownership.Unowned();
    }
}
