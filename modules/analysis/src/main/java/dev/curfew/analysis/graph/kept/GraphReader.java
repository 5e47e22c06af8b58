package dev.curfew.analysis.graph.kept;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.EdgeLabel;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.ArcsBuilder;
import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Puts together what [GraphWriter] took apart. What is alike comes out as one object.
final class GraphReader {
    private final ByteSource in;
    private final List<EntityId> ids;
    private final List<String> texts;
    private final List<DecidingStatement> statements;
    private final List<Evaluation> decisions;
    private final List<EdgeLabel> labels;

    /// @param snapshot alike to the one with which the graph was written
    GraphReader(Snapshot snapshot, ByteSource in) {
        this.in = in;
        ids = Known.ids(snapshot);
        if (in.number() != ids.size()) {
            throw new IllegalArgumentException("the graph is of another snapshot");
        }
        texts = all(in::text);
        ids.addAll(all(this::id));
        statements = all(() -> new DecidingStatement(text(), in.signed(), text()));
        decisions = all(this::decision);
        labels = all(this::label);
    }

    AccessGraph graph() {
        List<EntityId> nodes = new ArrayList<>();
        int number = 0;
        for (int left = in.count(); left > 0; left--) {
            number += in.signed();
            nodes.add(ids.get(number));
        }
        BitSet given = new BitSet(nodes.size());
        given.set(0, nodes.size());
        for (int left = in.count(); left > 0; left--) {
            given.clear(in.number());
        }
        IntList labelOfArc = new IntList();
        Arcs arcs = arcs(nodes.size(), labelOfArc);
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("more follows than a graph has");
        }
        return AccessGraph.restored(nodes, given, arcs, labels, labelOfArc);
    }

    private Arcs arcs(int nodes, IntList labelOfArc) {
        ArcsBuilder arcs = new ArcsBuilder(nodes);
        for (int node = 0; node < nodes; node++) {
            int head = node;
            for (int ofClass = 0; ofClass < Arcs.CLASSES; ofClass++) {
                for (int left = in.number(); left > 0; left--) {
                    head += in.signed();
                    arcs.add(node, head, ofClass);
                    labelOfArc.add(in.number());
                }
            }
        }
        // they came row by row, and so each is where it was
        return arcs.build().arcs();
    }

    private <T> List<T> all(Supplier<T> one) {
        int count = in.count();
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    private String text() {
        return texts.get(in.number());
    }

    private EntityId id() {
        return IdKind.valueOf(text()).id(new SourceName(text()), text());
    }

    private Evaluation decision() {
        DecisionKind kind = DecisionKind.valueOf(text());
        List<DecidingStatement> decidedBy = all(() -> statements.get(in.number()));
        return switch (kind) {
            case ALLOWED -> new Evaluation.Allowed(decidedBy);
            case CONDITIONAL -> new Evaluation.Conditional(decidedBy, Set.copyOf(all(this::text)));
            case UNKNOWN -> new Evaluation.Unknown(all(this::text));
            case EXPLICITLY_DENIED -> new Evaluation.ExplicitlyDenied(decidedBy, layers());
            case IMPLICITLY_DENIED -> new Evaluation.ImplicitlyDenied(layers());
        };
    }

    private Set<PolicyLayer> layers() {
        Set<PolicyLayer> layers = EnumSet.noneOf(PolicyLayer.class);
        layers.addAll(all(() -> PolicyLayer.valueOf(text())));
        return layers;
    }

    private EdgeLabel label() {
        List<EdgeLabel.Via> via =
                all(() -> new EdgeLabel.Via(ids.get(in.number()), kind(), text(), decisions.get(in.number())));
        return new EdgeLabel(via, kind(), text(), decisions.get(in.number()));
    }

    private HopKind kind() {
        return HopKind.valueOf(text());
    }
}
