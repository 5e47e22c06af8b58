package dev.curfew.connector.folder.agent;

import java.util.List;

/// An agent, as one file describes it.
///
/// @param path of the file
/// @param client what runs it: `Claude Desktop`, `VS Code`
/// @param name its own; empty where it has none
/// @param tools that are named
/// @param allTools whether it has whatever its client has, besides
/// @param given what it is given
/// @param boundary what limits it, in words; empty: nothing that is written here
/// @param provider who answers for it, as the file says; empty: it does not say
public record Agent(
        String path,
        String client,
        String name,
        List<Tool> tools,
        boolean allTools,
        List<Given> given,
        String boundary,
        String provider) {
    public Agent {
        tools = List.copyOf(tools);
        given = List.copyOf(given);
    }

    static Agent of(String path, String client, List<Tool> tools, List<Given> given) {
        return new Agent(path, client, "", tools, false, given, "", "");
    }

    Agent within(String words) {
        return new Agent(path, client, name, tools, allTools, given, words, provider);
    }
}
