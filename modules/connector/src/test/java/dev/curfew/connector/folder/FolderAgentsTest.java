package dev.curfew.connector.folder;

import static dev.curfew.connector.folder.FolderFixture.agents;
import static dev.curfew.connector.folder.FolderFixture.coverage;
import static dev.curfew.connector.folder.FolderFixture.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Agents, by the files that their clients publish.
class FolderAgentsTest {
    private static final String GITHUB = "gh" + "p_" + "Zk3Qw8Er5Ty2Ui9Op4As7Df1Gh6Jk0Lx3Cv8";
    private static final String PASSWORD = "Vd7-quiet-harbour";

    @TempDir
    private Path root;

    private FolderFixture folder;

    @BeforeEach
    void begin() {
        folder = new FolderFixture(root);
    }

    private Identity agent(Observation read) {
        assertThat(agents(read)).hasSize(1);
        return agents(read).getFirst();
    }

    @Test
    void claudeDesktopSaysWhichServersItHasAndWhatTheyAreGiven() throws Exception {
        folder.file("claude_desktop_config.json", """
                {"mcpServers": {
                  "github": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github"],
                             "env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "%s", "LOG_LEVEL": "debug"}},
                  "db": {"command": "/usr/local/bin/mcp-postgres", "args": ["postgres://app:%s@db.internal/app"]},
                  "search": {"type": "http", "url": "https://mcp.example.org/mcp?key=hidden",
                             "headers": {"Authorization": "Bearer ${SEARCH_TOKEN}"}}
                }}
                """.formatted(GITHUB, PASSWORD));

        Observation read = folder.read();

        Identity agent = agent(read);
        assertThat(agent.name()).isEqualTo("Claude Desktop (claude_desktop_config.json)");
        assertThat(agent.tags())
                .isEqualTo(Map.ofEntries(
                        Map.entry("curfew:agent", "true"),
                        Map.entry("curfew:agent-tools", "db, github, search"),
                        Map.entry("tool:github", "npx @modelcontextprotocol/server-github"),
                        Map.entry("tool:db", "mcp-postgres"),
                        Map.entry("tool:search", "https://mcp.example.org"),
                        Map.entry("given", "db/args, github/GITHUB_PERSONAL_ACCESS_TOKEN"),
                        Map.entry("given-by-reference", "search/Authorization"),
                        Map.entry("client", "Claude Desktop"),
                        Map.entry("boundary", "none that is written here"),
                        Map.entry("seen", "its tools and what it is given; not its actions")));
        assertThat(agent.usage())
                .isEqualTo(
                        new Usage.NotObserved("its configuration names its tools; what it does with them is not seen"));
        assertThat(coverage(read, "agent-actions").state()).isEqualTo(CoverageState.SKIPPED);
        assertThat(credentials(read, "folder.secret"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.holder()).isEqualTo(agent.id()));
        assertThat(read.toString())
                .doesNotContain(GITHUB)
                .doesNotContain(PASSWORD)
                .doesNotContain("hidden");
    }

    @Test
    void whatAnAgentIsGivenItHas() throws Exception {
        folder.file(
                ".mcp.json",
                "{\"mcpServers\":{\"gh\":{\"command\":\"gh-mcp\",\"env\":{\"TOKEN\":\"" + GITHUB + "\"}}}}");

        Observation read = folder.read();

        Policy given = read.facts().stream()
                .filter(Policy.class::isInstance)
                .map(Policy.class::cast)
                .findFirst()
                .orElseThrow();
        String secret = credentials(read, "folder.secret").getFirst().id().nativeId();
        assertThat(given.text())
                .isEqualTo(
                        "{\"statements\":[{\"actions\":[\"configuration\"],\"level\":\"read\",\"on\":\"file/.mcp.json\"},"
                                + "{\"actions\":[\"TOKEN\"],\"level\":\"read-secret\",\"on\":\"" + secret
                                + "\",\"origin\":\".mcp.json\"}]}");
    }

    @Test
    void visualStudioCodeWritesItWithCommentsAndInputs() throws Exception {
        folder.file(".vscode/mcp.json", """
                {
                  // asked for once
                  "inputs": [{"id": "token", "type": "promptString", "password": true}],
                  "servers": {
                    "gh": {"type": "stdio", "command": "docker",
                           "args": ["run", "-i", "--rm", "ghcr.io/github/github-mcp-server"],
                           "env": {"GITHUB_TOKEN": "${input:token}"}},
                  },
                }
                """);

        assertThat(agent(folder.read()).tags())
                .containsEntry("client", "VS Code")
                .containsEntry("tool:gh", "docker ghcr.io/github/github-mcp-server")
                .containsEntry("given-by-reference", "gh/GITHUB_TOKEN")
                .doesNotContainKey("given");
    }

    @Test
    void subagentsHaveTheToolsTheyListOrAll() throws Exception {
        folder.file(".claude/agents/reviewer.md", "---\nname: reviewer\ntools: Read, Grep\n---\nYou review.\n");
        folder.file(".claude/agents/free.md", "---\nname: free\n---\nYou do.\n");

        List<Identity> read = agents(folder.read());

        assertThat(named(read, "reviewer (.claude/agents/reviewer.md)").tags())
                .containsEntry("curfew:agent-tools", "Grep, Read")
                .containsEntry("boundary", "only the 2 tools that it lists");
        assertThat(named(read, "free (.claude/agents/free.md)").tags())
                .containsEntry("tools", "all of its client's")
                .containsEntry("boundary", "none that is written here");
    }

    private static Identity named(List<Identity> all, String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void permissionsAreABoundary() throws Exception {
        folder.file(".claude/settings.json", """
                {"permissions": {"allow": ["Bash(npm run test:*)", "Read", "Bash(git log:*)"], "deny": ["Read(./.env)"]}}
                """);

        assertThat(agent(folder.read()).tags())
                .containsEntry("curfew:agent-tools", "Bash, Read")
                .containsEntry("boundary", "2 rules allow, 0 ask, 1 deny; otherwise default");
    }

    @Test
    void anAgentCardNamesItsProvider() throws Exception {
        folder.file(".well-known/agent-card.json", """
                {"name": "Invoices", "url": "https://a.example.org", "skills": [{"id": "pay"}, {"id": "list"}],
                 "provider": {"organization": "Finance"}, "securitySchemes": {"oauth": {}}}
                """);

        Identity agent = agent(folder.read());

        assertThat(agent.ownership())
                .isEqualTo(new Ownership.Owned("Finance", "provider in .well-known/agent-card.json"));
        assertThat(agent.tags())
                .containsEntry("curfew:agent-tools", "list, pay")
                .containsEntry("boundary", "whoever calls it logs in by oauth");
    }

    @Test
    void codeOwnersAnswerForWhatLiesInTheirFolders() throws Exception {
        folder.file("CODEOWNERS", "* @everybody\n");
        folder.file(".github/CODEOWNERS", "# who\n*.json @web\n/tools/ @platform @ops\n/tools/free/\n");
        folder.file("tools/x/.mcp.json", "{\"mcpServers\":{}}");
        folder.file("tools/free/.mcp.json", "{\"mcpServers\":{}}");
        folder.file("app/.mcp.json", "{\"mcpServers\":{}}");

        assertThat(agents(folder.read()))
                .extracting(it -> it.id().nativeId() + " " + it.ownership())
                .containsExactly(
                        "agent/app/.mcp.json " + new Ownership.Owned("@web", "CODEOWNERS, line 2"),
                        "agent/tools/free/.mcp.json " + new Ownership.Unowned(),
                        "agent/tools/x/.mcp.json " + new Ownership.Owned("@platform, @ops", "CODEOWNERS, line 3"));
    }

    @Test
    void otherJsonIsNoAgent() throws Exception {
        folder.file("agent.json", "{\"name\": \"something else\"}");
        folder.file(".vscode/settings.json", "{\"editor.tabSize\": 4}");
        folder.file("package.json", "{\"name\": \"mcpServers\"}");

        assertThat(agents(folder.read())).isEmpty();
    }
}
