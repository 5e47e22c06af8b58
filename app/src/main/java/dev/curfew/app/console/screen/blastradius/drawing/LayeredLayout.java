package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Lays a graph out in layers from left to right (ELK's layered algorithm). Takes 0.1 to 0.6 s for 150 nodes: for the
/// background. Holds nothing between calls.
public final class LayeredLayout {

    private static final String ALGORITHM = "org.eclipse.elk.layered";

    /// Letters of the interface's font are about this wide on average, in em.
    /// The kind's letters below the name, in ems of the name's.
    static final double KIND_SIZE = 0.82;

    private static final double LETTER_EM = 0.56;

    private static final double BESIDE_TEXT_EM = 3.4;
    private static final double WIDTH_EM_MIN = 8;

    /// Longer names are cut, and whole in the list and the tree.
    private static final double WIDTH_EM_MAX = 21;

    private static final double HEIGHT_EM = 3.1;

    public LayeredLayout() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    public Drawing of(Sketch graph) {
        if (graph.nodes().isEmpty()) {
            return Drawing.EMPTY;
        }
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, ALGORITHM);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(1.0));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 0.9);
        root.setProperty(CoreOptions.SPACING_EDGE_NODE, 0.6);
        root.setProperty(CoreOptions.SPACING_EDGE_EDGE, 0.4);
        root.setProperty(org.eclipse.elk.alg.layered.options.LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 4.5);
        root.setProperty(org.eclipse.elk.alg.layered.options.LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 0.8);
        Map<String, ElkNode> byKey = new HashMap<>();
        graph.nodes().forEach(node -> byKey.put(node.key(), node(root, node)));
        Map<SketchEdge, ElkEdge> byEdge = new HashMap<>();
        for (SketchEdge edge : graph.edges()) {
            byEdge.put(
                    edge,
                    ElkGraphUtil.createSimpleEdge(
                            Objects.requireNonNull(byKey.get(edge.from())),
                            Objects.requireNonNull(byKey.get(edge.to()))));
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return read(graph, root, byKey, byEdge);
    }

    private static ElkNode node(ElkNode root, SketchNode node) {
        ElkNode elk = ElkGraphUtil.createNode(root);
        double letters =
                Math.max(NodeWords.name(node).length(), NodeWords.kind(node).length() * KIND_SIZE);
        double wanted = letters * LETTER_EM + BESIDE_TEXT_EM;
        elk.setWidth(Math.clamp(wanted, WIDTH_EM_MIN, WIDTH_EM_MAX));
        elk.setHeight(HEIGHT_EM);
        return elk;
    }

    private static Drawing read(
            Sketch graph, ElkNode root, Map<String, ElkNode> byKey, Map<SketchEdge, ElkEdge> byEdge) {
        List<Box> boxes = graph.nodes().stream()
                .map(node -> box(node, Objects.requireNonNull(byKey.get(node.key()))))
                .toList();
        List<Line> lines = graph.edges().stream()
                .map(edge -> new Line(edge, points(Objects.requireNonNull(byEdge.get(edge)))))
                .toList();
        return new Drawing(boxes, lines, root.getWidth(), root.getHeight());
    }

    private static Box box(SketchNode node, ElkNode elk) {
        return new Box(node, elk.getX(), elk.getY(), elk.getWidth(), elk.getHeight());
    }

    private static List<Point> points(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                points.add(new Point(bend.getX(), bend.getY()));
            }
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
