package dev.curfew.connector.opengraph.facts;

import dev.curfew.connector.opengraph.file.Graph;
import dev.curfew.connector.opengraph.file.GraphEdge;
import dev.curfew.connector.opengraph.file.GraphNode;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The facts in a graph. Pure: the same graph gives the same facts, in the same order.
///
/// What leads out of a node is one policy of rights that it holds; a credential that does nothing but prove one
/// identity is that one's. A member may become its group: groups hold one another in circles, tens of thousands deep,
/// and who is in one is not to carry every right of all.
public final class GraphFacts {
    private static final Messages MESSAGES = Messages.of(GraphFacts.class);
    private static final GraphKinds KINDS = GraphKinds.packaged();

    /// Begins the native ids of the policies. No node's id has it: it would be the id of something about another.
    private static final String RIGHTS_OF = "curfew.grants/";

    private final Sheet nodes;
    private final Sheet edges;
    private final Map<String, NodeType> types = new LinkedHashMap<>();
    private final Map<String, List<Step>> steps = new TreeMap<>();

    private GraphFacts(Sheet nodes, Sheet edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /// @param nodes for what the nodes are
    /// @param edges for what they may do
    public static void write(Graph graph, Sheet nodes, Sheet edges) {
        new GraphFacts(nodes, edges).write(graph);
    }

    private void write(Graph graph) {
        Ends ends = new Ends(graph.nodes());
        graph.edges().forEach(edge -> take(edge, ends));
        List<GraphNode> all = ends.nodes().stream()
                .sorted(Comparator.comparing(GraphNode::id))
                .toList();
        type(all);
        NodeFacts facts = new NodeFacts(nodes);
        for (GraphNode node : all) {
            facts.add(node, type(node), holder(node));
        }
        for (List<Step> own : steps.values()) {
            rights(own.getFirst().start(), own);
        }
    }

    private void take(GraphEdge edge, Ends ends) {
        Optional<GraphNode> start = ends.find(edge.start());
        Optional<GraphNode> end = ends.find(edge.end());
        if (start.isEmpty() || end.isEmpty()) {
            edges.miss(MESSAGES.text("end.unnamed"));
            return;
        }
        edges.item();
        if (!start.get().id().equals(end.get().id())) {
            steps.computeIfAbsent(start.get().id(), _ -> new ArrayList<>(1))
                    .add(new Step(start.get(), end.get(), edge, KINDS.edge(edge.kind())));
        }
    }

    private void type(Collection<GraphNode> all) {
        Set<String> acting = new HashSet<>(steps.keySet());
        steps.values().stream()
                .flatMap(List::stream)
                .filter(step -> step.means(Meaning.MEMBER) || step.means(Meaning.PROVES))
                .forEach(step -> acting.add(step.end().id()));
        for (GraphNode node : all) {
            NodeType usual = acting.contains(node.id()) ? NodeType.IDENTITY : NodeType.RESOURCE;
            types.put(node.id(), KINDS.node(node.kinds()).orElse(usual));
        }
    }

    private NodeType type(GraphNode node) {
        return types.getOrDefault(node.id(), NodeType.RESOURCE);
    }

    private @Nullable IdentityId holder(GraphNode node) {
        List<Step> own = steps.getOrDefault(node.id(), List.of());
        return type(node) == NodeType.CREDENTIAL && own.size() == 1 && isLogin(own.getFirst())
                ? new IdentityId(nodes.source(), own.getFirst().end().id())
                : null;
    }

    private boolean isLogin(Step step) {
        return step.means(Meaning.PROVES)
                && type(step.end()) == NodeType.IDENTITY
                && step.right(NodeType.IDENTITY).condition().isEmpty();
    }

    private void rights(GraphNode start, List<Step> own) {
        if (holder(start) != null) {
            return;
        }
        EntityId subject = NodeFacts.id(edges.source(), start, type(start));
        List<Right> rights =
                own.stream().map(step -> step.right(type(step.end()))).toList();
        PolicyId id = new PolicyId(edges.source(), RIGHTS_OF + start.id());
        String name = MESSAGES.text("rights.of", NodeFacts.name(start));
        edges.add(new Policy(id, Rights.KIND, name, Rights.of(rights).text(), edges.from("graph.edges", "{}")));
        edges.add(new Grant(subject, id, GrantRole.IDENTITY, "", edges.from("graph.edges", "{}")));
    }
}
