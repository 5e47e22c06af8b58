package dev.curfew.analysis.sketch;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Builds one sketch.
final class SketchBuilder {
    /// More leaves of one kind on the same node say nothing that their number does not; more cannot be read anyway.
    private static final int LEAVES_ALIKE_MAX = 12;

    /// Which of a fold's members are opened first: what matters most, then by what they are called.
    private static final Comparator<SketchNode> OPENED_FIRST = Comparator.comparing(SketchNode::sensitivity)
            .reversed()
            .thenComparing(SketchNode::name)
            .thenComparing(SketchNode::key);

    private record EdgeKey(String from, String to, HopKind kind, Fate fate) {
        static final Comparator<EdgeKey> ORDER = Comparator.comparing(EdgeKey::from)
                .thenComparing(EdgeKey::to)
                .thenComparing(EdgeKey::kind)
                .thenComparing(EdgeKey::fate);
    }

    /// A node in the making.
    private record Place(int layer, Certainty certainty) {}

    private final Strands strands;
    private final SnapshotIndex index;
    private final Folding folding;
    private final Map<EntityId, Place> places = new TreeMap<>();
    private final Map<EntityId, Fate> fates = new HashMap<>();
    private final Set<Hop> hops = new LinkedHashSet<>();
    private final Map<EntityId, Set<EntityId>> nearer = new HashMap<>();
    private final Set<EntityId> leadingOn = new HashSet<>();
    private final Map<EntityId, String> drawnAs = new HashMap<>();

    SketchBuilder(Strands strands, SnapshotIndex index, Folding folding) {
        this.strands = strands;
        this.index = index;
        this.folding = folding;
        for (EntityId root : strands.roots()) {
            places.put(root, new Place(0, Certainty.CERTAIN));
            fates.put(root, Fate.KEPT);
        }
        strands.paths().forEach(this::add);
    }

    private void add(List<Hop> path) {
        Certainty certainty = Certainty.CERTAIN;
        int layer = 0;
        for (Hop hop : strands.direction().outwards(path)) {
            certainty = certainty.and(Certainty.of(hop.decision()));
            layer++;
            EntityId far = strands.direction().far(hop);
            EntityId near = strands.direction().near(hop);
            places.putIfAbsent(far, new Place(layer, certainty));
            hops.add(hop);
            nearer.computeIfAbsent(far, _ -> new TreeSet<>()).add(near);
            leadingOn.add(near);
            fates.merge(far, strands.fate().apply(hop), Fate::or);
        }
    }

    Sketch build() {
        List<SketchNode> drawn = new ArrayList<>();
        places.forEach((id, place) -> drawn.add(node(id, place)));
        int nodesMax = folding.nodesMax() + folding.openedInAll();
        fold(drawn, this::leafPlace, LEAVES_ALIKE_MAX, 0);
        List<Function<SketchNode, String>> coarser = List.of(this::leafPlace, this::place, this::layerAndKind);
        for (Function<SketchNode, String> level : coarser) {
            fold(drawn, level, 1, nodesMax);
        }
        drawn.sort(Comparator.comparingInt(SketchNode::layer).thenComparing(SketchNode::key));
        return new Sketch(drawn, edges());
    }

    private SketchNode node(EntityId id, Place place) {
        EntityFacts facts = EntityFacts.of(index, id);
        drawnAs.put(id, id.text());
        return new SketchNode(
                id.text(),
                place.layer(),
                facts.name(),
                facts.kind(),
                facts.sensitivity(),
                place.certainty(),
                fates.getOrDefault(id, Fate.KEPT),
                List.of(id),
                "");
    }

    /// Replaces groups of more than `alikeMax` alike nodes by their folds, the largest group first, until the rest
    /// fits.
    private void fold(List<SketchNode> drawn, Function<SketchNode, String> place, int alikeMax, int nodesMax) {
        if (drawn.size() <= nodesMax) {
            return;
        }
        Map<String, List<SketchNode>> groups = drawn.stream()
                .filter(this::mayFold)
                .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()));
        List<Map.Entry<String, List<SketchNode>>> largestFirst = groups.entrySet().stream()
                .filter(group -> !group.getKey().isEmpty() && group.getValue().size() > alikeMax)
                .sorted(Comparator.<Map.Entry<String, List<SketchNode>>>comparingInt(
                                it -> -it.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<String, List<SketchNode>> alike : largestFirst) {
            if (drawn.size() <= nodesMax) {
                return;
            }
            drawn.removeAll(Set.copyOf(alike.getValue()));
            drawn.addAll(folded("fold:" + alike.getKey(), alike.getValue()));
        }
    }

    /// Where somebody looks from stays in sight, unless that is many; what was opened stays open.
    private boolean mayFold(SketchNode node) {
        return node.foldOf().isEmpty() && (node.layer() > 0 || strands.roots().size() > LEAVES_ALIKE_MAX);
    }

    /// The fold, and what was opened out of it.
    private List<SketchNode> folded(String key, List<SketchNode> alike) {
        List<SketchNode> sorted = alike.stream().sorted(OPENED_FIRST).toList();
        int opened = Math.min(folding.openedOf(key), sorted.size());
        List<SketchNode> drawn = new ArrayList<>(sorted.subList(0, opened).stream()
                .map(node -> node.openedOutOf(key))
                .toList());
        List<SketchNode> rest = sorted.subList(opened, sorted.size());
        if (!rest.isEmpty()) {
            drawn.add(fold(key, rest));
        }
        return drawn;
    }

    private SketchNode fold(String key, List<SketchNode> alike) {
        List<EntityId> members =
                alike.stream().flatMap(it -> it.members().stream()).sorted().toList();
        members.forEach(member -> drawnAs.put(member, key));
        SketchNode first = alike.getFirst();
        return new SketchNode(
                key,
                first.layer(),
                members.size() == 1 ? first.name() : "",
                first.kind(),
                alike.stream()
                        .map(SketchNode::sensitivity)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                alike.stream()
                        .map(SketchNode::certainty)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                first.fate(),
                members,
                "");
    }

    /// Nodes at the end of their paths that hang on the same nodes; empty for any other.
    private String leafPlace(SketchNode node) {
        return node.members().stream().anyMatch(leadingOn::contains) ? "" : place(node);
    }

    private String place(SketchNode node) {
        Set<String> above = new TreeSet<>();
        for (EntityId member : node.members()) {
            nearer.getOrDefault(member, Set.of()).forEach(near -> above.add(Objects.requireNonNull(drawnAs.get(near))));
        }
        return layerAndKind(node) + " " + node.certainty() + " " + node.sensitivity() + " " + above;
    }

    private String layerAndKind(SketchNode node) {
        return node.layer() + " " + node.kind() + " " + node.fate();
    }

    private List<SketchEdge> edges() {
        Map<EdgeKey, List<Hop>> edges = new TreeMap<>(EdgeKey.ORDER);
        for (Hop hop : hops) {
            EdgeKey key = new EdgeKey(
                    Objects.requireNonNull(drawnAs.get(hop.from())),
                    Objects.requireNonNull(drawnAs.get(hop.to())),
                    hop.kind(),
                    strands.fate().apply(hop));
            if (!key.from().equals(key.to())) {
                edges.computeIfAbsent(key, _ -> new ArrayList<>()).add(hop);
            }
        }
        return edges.entrySet().stream()
                .map(it -> edge(it.getKey(), it.getValue()))
                .toList();
    }

    private static SketchEdge edge(EdgeKey key, List<Hop> alike) {
        Certainty best = alike.stream()
                .map(hop -> Certainty.of(hop.decision()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new SketchEdge(key.from(), key.to(), key.kind(), best, key.fate(), alike);
    }
}
