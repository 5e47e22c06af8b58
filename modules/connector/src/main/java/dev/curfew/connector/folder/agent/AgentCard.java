package dev.curfew.connector.folder.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.format.SecretFormats;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An agent's card, as the Agent2Agent protocol has it: its skills, who provides it, how one logs in to it.
///
/// <https://a2a-protocol.org/latest/specification/#441-agentcard>
final class AgentCard {
    private static final Messages MESSAGES = Messages.of(AgentCard.class);

    private AgentCard() {}

    static boolean isNamed(String lower) {
        return lower.matches("(?:.*/)?agent(?:-card)?\\.json");
    }

    /// Empty where it is something else of that name.
    static Optional<Agent> read(String path, JsonNode card) {
        if (!card.path("name").isTextual() || !card.path("skills").isArray()) {
            return Optional.empty();
        }
        List<Tool> skills = new ArrayList<>();
        for (JsonNode skill : card.path("skills")) {
            skills.add(new Tool(word(skill.path("id")), ""));
        }
        List<String> schemes = new ArrayList<>();
        card.path("securitySchemes").fieldNames().forEachRemaining(schemes::add);
        String boundary = schemes.isEmpty() ? "" : MESSAGES.text("logins", String.join(", ", schemes));
        return Optional.of(new Agent(
                path,
                "A2A",
                word(card.path("name")),
                skills,
                false,
                List.of(),
                boundary,
                word(card.path("provider").path("organization"))));
    }

    private static String word(JsonNode node) {
        String text = node.asText().replaceAll("\\p{Cntrl}|,", " ").strip();
        return SecretFormats.packaged().in(text).isEmpty() ? text : "?";
    }
}
