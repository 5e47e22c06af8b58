package dev.curfew.connector.folder.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.format.SecretFormats;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Claude Code may do in a project without asking, and what not.
///
/// <https://docs.claude.com/en/docs/claude-code/settings>
final class ClaudeSettings {
    private static final Messages MESSAGES = Messages.of(ClaudeSettings.class);
    private static final Pattern TOOL =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_*-]{0,127})(?:\\(.*\\))?", Pattern.DOTALL);

    private ClaudeSettings() {}

    static boolean isNamed(String lower) {
        return lower.matches("(?:.*/)?\\.claude/settings(?:\\.local)?\\.json");
    }

    static Optional<Agent> read(String path, JsonNode document, Values values) {
        JsonNode permissions = document.path("permissions");
        if (!permissions.isObject() && !document.path("env").isObject()) {
            return Optional.empty();
        }
        List<Tool> allowed = rules(permissions.path("allow"));
        String boundary = permissions.isObject()
                ? MESSAGES.text(
                        "permissions",
                        allowed.size(),
                        permissions.path("ask").size(),
                        permissions.path("deny").size(),
                        permissions.path("defaultMode").asText("default"))
                : "";
        List<Given> given = values.each("", document.path("env"));
        return Optional.of(Agent.of(path, "Claude Code", allowed, given).within(boundary));
    }

    /// Only the tool of a rule: what it is limited to may be any command line.
    private static List<Tool> rules(JsonNode list) {
        List<Tool> tools = new ArrayList<>();
        for (JsonNode rule : list) {
            Matcher matcher = TOOL.matcher(rule.asText());
            if (matcher.matches()
                    && SecretFormats.packaged().in(matcher.group(1)).isEmpty()) {
                tools.add(new Tool(matcher.group(1), ""));
            }
        }
        return tools.stream().distinct().toList();
    }
}
