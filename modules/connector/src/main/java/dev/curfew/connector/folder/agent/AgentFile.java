package dev.curfew.connector.folder.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the agent that a file describes, by the file's name and by what is in it.
public final class AgentFile {
    private static final Messages MESSAGES = Messages.of(AgentFile.class);
    private static final String SERVERS = "mcpServers";

    /// Names of files that hold nothing but this; what runs the agent.
    private static final Map<String, String> CLIENTS = Map.of(
            "claude_desktop_config.json", "Claude Desktop",
            ".mcp.json", "Claude Code",
            "cline_mcp_settings.json", "Cline",
            "mcp_config.json", "Windsurf",
            ".vscode/mcp.json", "VS Code",
            ".vscode/settings.json", "VS Code",
            ".cursor/mcp.json", "Cursor",
            ".gemini/settings.json", "Gemini CLI",
            ".kiro/settings/mcp.json", "Kiro");

    private final Values values;

    public AgentFile(Fingerprint fingerprint) {
        values = new Values(fingerprint);
    }

    /// Empty where the file describes none.
    ///
    /// @throws MalformedException if it should, and cannot be read
    public Optional<Agent> read(String path, String text) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (Subagent.isOne(lower)) {
            return Optional.of(Subagent.read(path, text));
        }
        if (!lower.endsWith(".json") && !lower.endsWith(".jsonc")) {
            return Optional.empty();
        }
        boolean card = AgentCard.isNamed(lower);
        boolean permissions = ClaudeSettings.isNamed(lower);
        if (!card && !permissions && client(lower).isEmpty() && !text.contains('"' + SERVERS + '"')) {
            return Optional.empty();
        }
        JsonNode document = LooseJson.read(text);
        if (permissions) {
            return ClaudeSettings.read(path, document, values);
        }
        return card ? AgentCard.read(path, document) : servers(path, lower, document);
    }

    private Optional<Agent> servers(String path, String lower, JsonNode document) {
        String client = client(lower).orElse(MESSAGES.text("client"));
        for (JsonNode servers : List.of(
                document.path(SERVERS),
                document.path("servers"),
                document.path("mcp").path("servers"))) {
            if (servers.isObject()) {
                return Optional.of(McpServers.agent(path, client, servers, values));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> client(String lower) {
        return CLIENTS.entrySet().stream()
                .filter(each -> lower.equals(each.getKey()) || lower.endsWith("/" + each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
