package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Who answers for a client or a group, as far as its attributes say.
final class Owners {
    private static final Messages MESSAGES = Messages.of(Owners.class);

    /// The first that is there and not blank.
    private static final List<String> ATTRIBUTES = List.of("owner", "team", "contact", "contacts");

    private Owners() {}

    /// @param attributes each a text, as a client's are, or a list, as a group's are
    static Ownership of(JsonNode attributes) {
        for (String name : ATTRIBUTES) {
            JsonNode value = attributes.path(name);
            String owner = (value.isArray() ? value.path(0) : value).asText().strip();
            if (!owner.isEmpty()) {
                return new Ownership.Owned(owner, MESSAGES.text("owner.attribute", name));
            }
        }
        return new Ownership.Unowned();
    }

    /// A person answers for the person's own account.
    static Ownership person(String username) {
        return new Ownership.Owned(username, MESSAGES.text("owner.person"));
    }
}
