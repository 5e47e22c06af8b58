package dev.curfew.connector.folder.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.format.SecretFormats;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The servers that an MCP client is configured with, as Claude Desktop (`mcpServers`) and VS Code (`servers`) write
/// them; others took one of the two.
///
/// <https://modelcontextprotocol.io/docs/develop/connect-local-servers>
/// <https://code.visualstudio.com/docs/copilot/customization/mcp-servers>
final class McpServers {
    private static final Pattern PACKAGE =
            Pattern.compile("@?[A-Za-z0-9][A-Za-z0-9._/-]{0,100}(?:@[A-Za-z0-9.^~-]{1,40})?");

    /// Programs that only run what their first argument names.
    private static final List<String> RUNNERS =
            List.of("npx", "bunx", "pnpx", "uvx", "pipx", "node", "python", "python3", "deno", "docker", "podman");

    /// Words between a runner and what it runs.
    private static final List<String> VERBS = List.of("run", "exec", "dlx", "tool");

    private static final List<String> ADDRESSES = List.of("url", "serverUrl", "httpUrl");

    private final Values values;
    private final List<Tool> tools = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();

    private McpServers(Values values) {
        this.values = values;
    }

    static Agent agent(String path, String client, JsonNode servers, Values values) {
        McpServers all = new McpServers(values);
        servers.properties().forEach(entry -> all.server(name(entry.getKey()), entry.getValue()));
        return Agent.of(path, client, all.tools, all.given);
    }

    private static String name(String key) {
        String name = key.replaceAll("\\p{Cntrl}|,", "?");
        return SecretFormats.packaged().in(name).isEmpty() ? name : "?";
    }

    private void server(String name, JsonNode server) {
        tools.add(new Tool(name, what(server)));
        given.addAll(values.each(name, server.path("env")));
        given.addAll(values.each(name, server.path("headers")));
        for (JsonNode argument : server.path("args")) {
            given.addAll(values.among(name, "args", argument.asText()));
        }
        for (String address : ADDRESSES) {
            given.addAll(values.among(name, address, server.path(address).asText()));
        }
        if (server.path("envFile").isTextual()) {
            given.add(new Given(name, "envFile", Given.How.REFERENCE, "", ""));
        }
    }

    /// A program's name, and the package it runs; or a host. Arguments and queries may hold anything.
    private static String what(JsonNode server) {
        for (String address : ADDRESSES) {
            if (server.path(address).isTextual()) {
                return host(server.path(address).asText());
            }
        }
        String command = server.path("command").asText();
        String program = command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
        if (!isName(program)) {
            return "";
        }
        if (RUNNERS.contains(program)) {
            for (JsonNode argument : server.path("args")) {
                String text = argument.asText();
                if (!text.startsWith("-") && !VERBS.contains(text)) {
                    return isName(text) ? program + " " + text : program;
                }
            }
        }
        return program;
    }

    private static boolean isName(String text) {
        return PACKAGE.matcher(text).matches()
                && SecretFormats.packaged().in(text).isEmpty();
    }

    private static String host(String address) {
        try {
            URI uri = new URI(address);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getHost() + port;
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
