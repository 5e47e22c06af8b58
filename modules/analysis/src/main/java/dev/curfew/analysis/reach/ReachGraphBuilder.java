package dev.curfew.analysis.reach;

import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Builds the drawing of one reach.
final class ReachGraphBuilder {
    /// More leaves of one kind on the same node say nothing that their number does not; more cannot be read anyway.
    private static final int LEAVES_ALIKE_MAX = 12;

    private record EdgeKey(String from, String to, HopKind kind) {
        static final Comparator<EdgeKey> ORDER =
                Comparator.comparing(EdgeKey::from).thenComparing(EdgeKey::to).thenComparing(EdgeKey::kind);
    }

    private final SnapshotIndex index;
    private final Map<EntityId, ReachNode> nodes = new TreeMap<>();
    private final Set<Hop> hops = new LinkedHashSet<>();
    private final Map<EntityId, Set<EntityId>> parents = new HashMap<>();
    private final Set<EntityId> leadingOn = new TreeSet<>();
    private final Map<EntityId, String> drawnAs = new HashMap<>();

    ReachGraphBuilder(Reach reach, SnapshotIndex index) {
        this.index = index;
        add(reach.from(), 0, Certainty.CERTAIN);
        reach.reached().forEach(this::add);
    }

    ReachGraph build(int nodesMax) {
        nodes.values().forEach(node -> drawnAs.put(node.members().getFirst(), node.key()));
        List<ReachNode> drawn = new ArrayList<>(nodes.values());
        fold(drawn, this::leafPlace, LEAVES_ALIKE_MAX, 0);
        List<Function<ReachNode, String>> coarser = List.of(this::leafPlace, this::place, this::layerAndKind);
        for (Function<ReachNode, String> level : coarser) {
            fold(drawn, level, 1, nodesMax);
        }
        drawn.sort(Comparator.comparingInt(ReachNode::layer).thenComparing(ReachNode::key));
        return new ReachGraph(drawn, edges());
    }

    private void add(Reached target) {
        Certainty certainty = Certainty.CERTAIN;
        int layer = 0;
        for (Hop hop : target.path()) {
            certainty = certainty.and(Certainty.of(hop.decision()));
            layer++;
            add(hop.to(), layer, certainty);
            hops.add(hop);
            parents.computeIfAbsent(hop.to(), _ -> new TreeSet<>()).add(hop.from());
            leadingOn.add(hop.from());
        }
    }

    private void add(EntityId id, int layer, Certainty certainty) {
        if (!nodes.containsKey(id)) {
            EntityFacts facts = EntityFacts.of(index, id);
            nodes.put(
                    id,
                    new ReachNode(
                            id.text(), layer, facts.name(), facts.kind(), facts.sensitivity(), certainty, List.of(id)));
        }
    }

    /// Replaces groups of more than `alikeMax` alike nodes by their folds, the largest group first, until the rest
    /// fits.
    private void fold(List<ReachNode> drawn, Function<ReachNode, String> place, int alikeMax, int nodesMax) {
        List<List<ReachNode>> largestFirst = drawn.stream()
                .filter(node -> node.layer() > 0)
                .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(group -> !group.getKey().isEmpty() && group.getValue().size() > alikeMax)
                .map(Map.Entry::getValue)
                .sorted(Comparator.<List<ReachNode>>comparingInt(it -> -it.size())
                        .thenComparing(it -> it.getFirst().key()))
                .toList();
        for (List<ReachNode> alike : largestFirst) {
            if (drawn.size() <= nodesMax) {
                return;
            }
            drawn.removeAll(Set.copyOf(alike));
            drawn.add(folded(alike));
        }
    }

    private ReachNode folded(List<ReachNode> alike) {
        List<EntityId> members =
                alike.stream().flatMap(it -> it.members().stream()).sorted().toList();
        ReachNode first = alike.getFirst();
        String key = "fold:" + first.layer() + ":" + first.kind() + ":"
                + members.getFirst().text();
        members.forEach(member -> drawnAs.put(member, key));
        return new ReachNode(
                key,
                first.layer(),
                "",
                first.kind(),
                alike.stream()
                        .map(ReachNode::sensitivity)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                alike.stream()
                        .map(ReachNode::certainty)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                members);
    }

    /// Nodes at the end of their paths that hang on the same nodes; empty for any other.
    private String leafPlace(ReachNode node) {
        return node.members().stream().anyMatch(leadingOn::contains) ? "" : place(node);
    }

    private String place(ReachNode node) {
        Set<String> above = new TreeSet<>();
        for (EntityId member : node.members()) {
            parents.getOrDefault(member, Set.of()).forEach(parent -> above.add(drawnAs.getOrDefault(parent, "")));
        }
        return layerAndKind(node) + " " + node.certainty() + " " + node.sensitivity() + " " + above;
    }

    private String layerAndKind(ReachNode node) {
        return node.layer() + " " + node.kind();
    }

    private List<ReachEdge> edges() {
        Map<EdgeKey, List<Hop>> edges = new TreeMap<>(EdgeKey.ORDER);
        for (Hop hop : hops) {
            EdgeKey key =
                    new EdgeKey(drawnAs.getOrDefault(hop.from(), ""), drawnAs.getOrDefault(hop.to(), ""), hop.kind());
            if (!key.from().equals(key.to())) {
                edges.computeIfAbsent(key, _ -> new ArrayList<>()).add(hop);
            }
        }
        return edges.entrySet().stream()
                .map(it -> new ReachEdge(
                        it.getKey().from(), it.getKey().to(), it.getKey().kind(), best(it.getValue()), it.getValue()))
                .toList();
    }

    private static Certainty best(List<Hop> hops) {
        return hops.stream()
                .map(hop -> Certainty.of(hop.decision()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
