package dev.curfew.analysis.graph.kept;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.EdgeLabel;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.BitSet;
import java.util.Collection;

/// Takes a graph apart into tables, each of which names the things of those before it by their numbers. [GraphReader]
/// reads them.
final class GraphWriter {
    private final ByteSink textBytes = new ByteSink();
    private final ByteSink otherBytes = new ByteSink();
    private final ByteSink statementBytes = new ByteSink();
    private final ByteSink decisionBytes = new ByteSink();
    private final ByteSink labelBytes = new ByteSink();
    private final ByteSink graphBytes = new ByteSink();

    private final Numbering<String> texts = new Numbering<>(textBytes::text);
    private final Numbering<DecidingStatement> statements = new Numbering<>(this::write);
    private final Numbering<Evaluation> decisions = new Numbering<>(this::write);
    private final Numbering<EntityId> ids;
    /// How many ids the snapshot brings along.
    private final int known;

    /// @param snapshot the graph's
    GraphWriter(Snapshot snapshot) {
        ids = new Numbering<>(Known.ids(snapshot), this::write);
        known = ids.next();
    }

    byte[] bytes(AccessGraph graph) {
        graph.labels().forEach(this::write);
        writeNodes(graph);
        writeArcs(graph);
        ByteSink all = new ByteSink();
        all.number(known);
        all.number(texts.next());
        all.raw(textBytes.toBytes());
        all.number(ids.next() - known);
        all.raw(otherBytes.toBytes());
        all.number(statements.next());
        all.raw(statementBytes.toBytes());
        all.number(decisions.next());
        all.raw(decisionBytes.toBytes());
        all.number(graph.labels().size());
        all.raw(labelBytes.toBytes());
        all.raw(graphBytes.toBytes());
        return all.toBytes();
    }

    private void write(EntityId id) {
        otherBytes.number(texts.of(IdKind.of(id).name()));
        otherBytes.number(texts.of(id.source().value()));
        otherBytes.number(texts.of(id.nativeId()));
    }

    private void write(DecidingStatement statement) {
        statementBytes.number(texts.of(statement.policy()));
        statementBytes.signed(statement.statement());
        statementBytes.number(texts.of(statement.label()));
    }

    private void write(Evaluation decision) {
        decisionBytes.number(texts.of(DecisionKind.of(decision).name()));
        decisionBytes.number(decision.decidedBy().size());
        decision.decidedBy().forEach(each -> decisionBytes.number(statements.of(each)));
        switch (decision) {
            case Evaluation.Allowed _ -> {}
            case Evaluation.Conditional it -> writeTexts(it.dependsOn());
            case Evaluation.Unknown it -> writeTexts(it.unhandled());
            case Evaluation.ExplicitlyDenied it -> writeLayers(it.blockedBy());
            case Evaluation.ImplicitlyDenied it -> writeLayers(it.blockedBy());
        }
    }

    private void writeTexts(Collection<String> some) {
        decisionBytes.number(some.size());
        some.forEach(text -> decisionBytes.number(texts.of(text)));
    }

    private void writeLayers(Collection<PolicyLayer> some) {
        decisionBytes.number(some.size());
        some.forEach(each -> decisionBytes.number(texts.of(each.name())));
    }

    private void write(EdgeLabel label) {
        labelBytes.number(label.via().size());
        for (EdgeLabel.Via via : label.via()) {
            labelBytes.number(ids.of(via.to()));
            labelBytes.number(texts.of(via.kind().name()));
            labelBytes.number(texts.of(via.actions()));
            labelBytes.number(decisions.of(via.decision()));
        }
        labelBytes.number(texts.of(label.kind().name()));
        labelBytes.number(texts.of(label.actions()));
        labelBytes.number(decisions.of(label.decision()));
    }

    private void writeNodes(AccessGraph graph) {
        graphBytes.number(graph.nodes());
        int before = 0;
        for (EntityId id : graph.entities()) {
            int number = ids.of(id);
            graphBytes.signed(number - before);
            before = number;
        }
        // all but a few are given
        BitSet rest = graph.given();
        rest.flip(0, graph.nodes());
        graphBytes.number(rest.cardinality());
        rest.stream().forEach(graphBytes::number);
    }

    private void writeArcs(AccessGraph graph) {
        Arcs arcs = graph.forward();
        for (int node = 0; node < arcs.nodes(); node++) {
            int head = node;
            for (int ofClass = 0; ofClass < Arcs.CLASSES; ofClass++) {
                graphBytes.number(arcs.end(node, ofClass) - arcs.begin(node, ofClass));
                for (int arc = arcs.begin(node, ofClass); arc < arcs.end(node, ofClass); arc++) {
                    graphBytes.signed(arcs.head(arc) - head);
                    graphBytes.number(graph.labelNumber(arc));
                    head = arcs.head(arc);
                }
            }
        }
    }
}
