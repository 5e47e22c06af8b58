package dev.curfew.connector.aws.facts;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Who answers for an identity, as far as its tags say.
public final class Owners {
    /// The first that is there and not blank.
    private static final List<String> TAGS = List.of("owner", "Owner", "team");

    private Owners() {}

    public static Ownership of(Map<String, String> tags) {
        for (String tag : TAGS) {
            String owner = tags.getOrDefault(tag, "").strip();
            if (!owner.isEmpty()) {
                return new Ownership.Owned(owner, Messages.of(Owners.class).text("owner.tag", tag));
            }
        }
        return new Ownership.Unowned();
    }
}
