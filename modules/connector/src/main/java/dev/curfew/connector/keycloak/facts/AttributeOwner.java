package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.OwnerTags;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Who answers for a client or a group, as far as its attributes say.
final class AttributeOwner {
    private static final Messages MESSAGES = Messages.of(AttributeOwner.class);

    private static final OwnerTags ATTRIBUTES = new OwnerTags(
            List.of("owner", "team", "contact", "contacts"), name -> MESSAGES.text("owner.attribute", name));

    private AttributeOwner() {}

    /// @param attributes each a text, as a client's are, or a list, as a group's are
    static Ownership of(JsonNode attributes) {
        return ATTRIBUTES.of(name -> {
            JsonNode value = attributes.path(name);
            return (value.isArray() ? value.path(0) : value).asText();
        });
    }

    /// A person answers for the person's own account.
    static Ownership person(String username) {
        return new Ownership.Owned(username, MESSAGES.text("owner.person"));
    }
}
