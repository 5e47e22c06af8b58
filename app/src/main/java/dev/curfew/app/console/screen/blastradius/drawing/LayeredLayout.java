package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
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

/// Lays a sketch out in layers from left to right (ELK's layered algorithm). For the background; an interrupt stops it
/// between two phases. Holds nothing between calls.
public final class LayeredLayout {

    /// The kind's letters below the name, in ems of the name's.
    public static final double KIND_SIZE = 0.82;

    /// Where the words begin, behind the sign, in em from the box's left edge.
    public static final double WORDS_LEFT_EM = 2.1;

    private static final String ALGORITHM = "org.eclipse.elk.layered";
    private static final double WORDS_RIGHT_EM = 0.8;

    /// Letters of a small size are a little wider than those that are measured.
    private static final double SLACK_EM = 0.4;

    /// What became of it has a sign of its own, at the right.
    private static final double FATE_EM = 1.3;

    private static final double WIDTH_EM_MIN = 8;

    /// Longer names are cut, and whole in the list and the tree.
    private static final double WIDTH_EM_MAX = 21;

    private static final double HEIGHT_EM = 3.1;

    /// Keeping the order takes time that grows with the square: 0.4 s for 1,000 nodes, against 0.1 s without.
    private static final int ORDERED_NODES_MAX = 400;

    public LayeredLayout() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /// @throws InterruptedException if it was interrupted
    public Drawing of(Sketch sketch) throws InterruptedException {
        if (sketch.nodes().isEmpty()) {
            return Drawing.EMPTY;
        }
        Ruler ruler = new Ruler();
        ElkNode root = root(sketch.nodes().size());
        Map<String, ElkNode> byKey = new HashMap<>();
        sketch.nodes().forEach(node -> byKey.put(node.key(), node(root, node, ruler)));
        Map<SketchEdge, ElkEdge> byEdge = new HashMap<>();
        for (SketchEdge edge : sketch.edges()) {
            byEdge.put(
                    edge,
                    ElkGraphUtil.createSimpleEdge(
                            Objects.requireNonNull(byKey.get(edge.from())),
                            Objects.requireNonNull(byKey.get(edge.to()))));
        }
        new RecursiveGraphLayoutEngine().layout(root, new Interruption());
        if (Thread.interrupted()) {
            throw new InterruptedException("laying out");
        }
        return read(sketch, root, byKey, byEdge, ruler);
    }

    /// Asked by the algorithm between its phases.
    private static final class Interruption extends BasicProgressMonitor {
        @Override
        public boolean isCanceled() {
            return Thread.currentThread().isInterrupted();
        }
    }

    private static ElkNode root(int nodes) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, ALGORITHM);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        // Several starts stand below each other, whether or not their ways meet.
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        if (nodes <= ORDERED_NODES_MAX) {
            // In their own order where nothing speaks against it: what was opened stays where it was, and by its name.
            root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        }
        root.setProperty(CoreOptions.PADDING, new ElkPadding(1.0));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 0.9);
        root.setProperty(CoreOptions.SPACING_EDGE_NODE, 0.6);
        root.setProperty(CoreOptions.SPACING_EDGE_EDGE, 0.4);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 4.5);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 0.8);
        return root;
    }

    private static ElkNode node(ElkNode root, SketchNode node, Ruler ruler) {
        ElkNode elk = ElkGraphUtil.createNode(root);
        double words = Math.max(ruler.width(NodeWords.name(node)), ruler.width(NodeWords.kind(node)) * KIND_SIZE);
        elk.setWidth(Math.clamp(words + beside(node), WIDTH_EM_MIN, WIDTH_EM_MAX));
        elk.setHeight(HEIGHT_EM);
        return elk;
    }

    private static double beside(SketchNode node) {
        double sides = WORDS_LEFT_EM + WORDS_RIGHT_EM + SLACK_EM;
        return switch (node.fate()) {
            case KEPT -> sides;
            case LOST, GAINED -> sides + FATE_EM;
        };
    }

    private static Drawing read(
            Sketch sketch, ElkNode root, Map<String, ElkNode> byKey, Map<SketchEdge, ElkEdge> byEdge, Ruler ruler) {
        List<Box> boxes = sketch.nodes().stream()
                .map(node -> box(node, Objects.requireNonNull(byKey.get(node.key())), ruler))
                .toList();
        List<Line> lines = sketch.edges().stream()
                .map(edge -> Line.of(edge, points(Objects.requireNonNull(byEdge.get(edge)))))
                .toList();
        return new Drawing(boxes, lines, root.getWidth(), root.getHeight());
    }

    private static Box box(SketchNode node, ElkNode elk, Ruler ruler) {
        double room = elk.getWidth() - beside(node) + SLACK_EM;
        return new Box(
                node,
                ruler.cut(NodeWords.name(node), room),
                ruler.cut(NodeWords.kind(node), room / KIND_SIZE),
                new Area(elk.getX(), elk.getY(), elk.getX() + elk.getWidth(), elk.getY() + elk.getHeight()));
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
