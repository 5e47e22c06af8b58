package dev.curfew.connector.folder.fact;

import dev.curfew.connector.folder.agent.Agent;
import dev.curfew.connector.folder.agent.CodeOwners;
import dev.curfew.connector.folder.agent.Given;
import dev.curfew.connector.folder.agent.Tool;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Agents, and what they are given: each reads its own configuration, and so has the secrets in it.
public final class AgentFacts {
    private static final Messages MESSAGES = Messages.of(AgentFacts.class);

    private AgentFacts() {}

    /// @param owners as the folder says, if it does
    public static void add(Sheet sheet, List<Agent> agents, Optional<CodeOwners> owners) {
        Ids ids = new Ids(sheet.source());
        for (Agent agent : agents) {
            sheet.item();
            sheet.add(new Identity(
                    ids.agent(agent.path()),
                    "folder.agent",
                    name(agent),
                    owner(agent, owners),
                    null,
                    new Usage.NotObserved(MESSAGES.text("agent.unseen")),
                    tags(agent),
                    sheet.from(agent.path(), "{}")));
            Rights rights = rights(ids, agent);
            sheet.add(new Policy(
                    ids.given(agent.path()),
                    Rights.KIND,
                    MESSAGES.text("agent.given", name(agent)),
                    rights.text(),
                    sheet.from(agent.path(), "{}")));
            sheet.add(new Grant(
                    ids.agent(agent.path()),
                    ids.given(agent.path()),
                    GrantRole.IDENTITY,
                    "",
                    sheet.from(agent.path(), "{}")));
        }
    }

    private static String name(Agent agent) {
        return MESSAGES.text("agent", agent.name().isEmpty() ? agent.client() : agent.name(), agent.path());
    }

    private static Ownership owner(Agent agent, Optional<CodeOwners> owners) {
        Optional<CodeOwners.Line> line = owners.flatMap(it -> it.owning(agent.path()));
        if (line.isPresent()) {
            return new Ownership.Owned(
                    String.join(", ", line.get().owners()),
                    MESSAGES.text("owner.line", line.get().number()));
        }
        return agent.provider().isEmpty()
                ? new Ownership.Unowned()
                : new Ownership.Owned(agent.provider(), MESSAGES.text("owner.provider", agent.path()));
    }

    private static Map<String, String> tags(Agent agent) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("curfew:agent", "true");
        String tools =
                agent.tools().stream().map(Tool::name).distinct().sorted().collect(Collectors.joining(", "));
        if (!tools.isEmpty()) {
            tags.put("curfew:agent-tools", tools);
        }
        for (Tool tool : agent.tools()) {
            if (!tool.what().isEmpty()) {
                tags.put("tool:" + tool.name(), tool.what());
            }
        }
        given(agent, Given.How.SECRET).ifPresent(it -> tags.put("given", it));
        given(agent, Given.How.REFERENCE).ifPresent(it -> tags.put("given-by-reference", it));
        tags.put("client", agent.client());
        tags.put("boundary", agent.boundary().isEmpty() ? MESSAGES.text("boundary.none") : agent.boundary());
        if (agent.allTools()) {
            tags.put("tools", MESSAGES.text("tools.all"));
        }
        tags.put("seen", MESSAGES.text("agent.seen"));
        return tags;
    }

    private static Optional<String> given(Agent agent, Given.How how) {
        String words = agent.given().stream()
                .filter(it -> it.how() == how)
                .map(it -> it.tool().isEmpty() ? it.name() : it.tool() + "/" + it.name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Rights rights(Ids ids, Agent agent) {
        List<Right> rights = new ArrayList<>();
        rights.add(Right.of(RightLevel.READ, ids.file(agent.path()).nativeId(), "configuration"));
        for (Given given : agent.given()) {
            if (!given.fingerprint().isEmpty()) {
                rights.add(Right.of(
                                RightLevel.READ_SECRET,
                                ids.secret(given.fingerprint()).nativeId(),
                                given.name())
                        .from(agent.path()));
            }
        }
        return Rights.of(rights);
    }
}
