package dev.curfew.connector.opengraph.facts;

import dev.curfew.connector.opengraph.file.GraphNode;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Nodes as facts.
final class NodeFacts {
    private static final Messages MESSAGES = Messages.of(NodeFacts.class);

    /// BloodHound's mark of what controls everything.
    private static final String TIER_ZERO = "admin_tier_0";

    private final SourceName source;
    private final Sheet sheet;

    NodeFacts(Sheet sheet) {
        source = sheet.source();
        this.sheet = sheet;
    }

    static EntityId id(SourceName source, GraphNode node, NodeType type) {
        return switch (type) {
            case IDENTITY -> new IdentityId(source, node.id());
            case CREDENTIAL -> new CredentialId(source, node.id());
            case RESOURCE -> new ResourceId(source, node.id());
        };
    }

    static String name(GraphNode node) {
        return Stream.of(node.text("name"), node.text("displayname"), node.id())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(node.id());
    }

    /// @param holder of a credential, where one is stated
    void add(GraphNode node, NodeType type, @Nullable IdentityId holder) {
        sheet.item();
        sheet.add(
                switch (type) {
                    case IDENTITY -> identity(node);
                    case CREDENTIAL -> credential(node, holder);
                    case RESOURCE -> resource(node);
                });
    }

    private Fact identity(GraphNode node) {
        String owner = node.text("owner");
        return new Identity(
                new IdentityId(source, node.id()),
                kind(node),
                name(node),
                owner.isBlank() ? new Ownership.Unowned() : new Ownership.Owned(owner, "owner"),
                null,
                unseen(),
                tags(node),
                provenance(node));
    }

    private Fact credential(GraphNode node, @Nullable IdentityId holder) {
        return new Credential(
                new CredentialId(source, node.id()),
                kind(node),
                name(node),
                holder,
                null,
                null,
                new Expiry.Unknown(MESSAGES.text("untold")),
                unseen(),
                true,
                Map.of(),
                provenance(node));
    }

    private Fact resource(GraphNode node) {
        return new Resource(
                new ResourceId(source, node.id()),
                kind(node),
                name(node),
                sensitivity(node),
                tags(node),
                provenance(node));
    }

    private static Usage unseen() {
        return new Usage.NotObserved(MESSAGES.text("untold"));
    }

    private static String kind(GraphNode node) {
        return "opengraph." + node.kinds().getFirst();
    }

    private static Map<String, String> tags(GraphNode node) {
        return Map.of("kinds", String.join(", ", node.kinds()));
    }

    private static Sensitivity sensitivity(GraphNode node) {
        if (node.properties().getOrDefault("system_tags", List.of()).stream()
                .anyMatch(tags -> tags.contains(TIER_ZERO))) {
            return Sensitivity.HIGH;
        }
        String stated = node.text("sensitivity").toUpperCase(Locale.ROOT);
        return Arrays.stream(Sensitivity.values())
                .filter(each -> each.name().equals(stated))
                .findFirst()
                .orElse(Sensitivity.UNKNOWN);
    }

    private Provenance provenance(GraphNode node) {
        return sheet.from(
                "graph.nodes",
                CanonicalJson.text(Map.of("id", node.id(), "kinds", node.kinds(), "properties", node.properties())));
    }
}
