package dev.curfew.app.console.screen.blastradius.drawing.pane;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import dev.curfew.app.console.screen.blastradius.drawing.NodeWords;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Marks;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Paints;
import dev.curfew.app.console.theme.Tokens;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The drawing: pan by dragging, zoom by the wheel. By keyboard the arrows walk from box to box, with Shift over the
/// lines of a box; Enter chooses or opens a fold, Backspace folds again; plus and minus zoom, Home shows all.
public final class GraphPane extends Region {

    private static final Messages MESSAGES = Messages.of(GraphPane.class);
    private static final double ZOOM_STEP = 1.25;
    private static final double DRAG_PIXELS_MIN = 3;

    /// So near to a line a click is meant for it.
    private static final double NEAR_LINE_EM = 0.5;

    private static final StyleablePropertyFactory<GraphPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<GraphPane, Number> EM =
            FACTORY.createSizeCssMetaData("-curfew-em", pane -> pane.em, 13.0);

    /// What a person does to the drawing.
    public interface Listener {
        void chosen(SketchNode node);

        void chosen(SketchEdge edge);

        /// To see more of a fold.
        void open(SketchNode fold);

        /// To fold again what was opened out of it.
        void close(String fold);
    }

    private final Tokens tokens = new Tokens(this::recolour);
    private final Tiles tiles = new Tiles(new Paints(tokens::get));
    private final Listener listener;
    private final Tooltip tip = new Tooltip();
    private final SimpleStyleableDoubleProperty em = new SimpleStyleableDoubleProperty(EM, this, "em", 13.0) {
        @Override
        protected void invalidated() {
            begin();
        }
    };
    private Drawing drawing = Drawing.EMPTY;
    private Marks marks = Marks.NONE;
    private String focused = "";
    private Optional<SketchEdge> focusedEdge = Optional.empty();
    private View view = View.START;
    private boolean fitted = true;
    private double pressedX;
    private double pressedY;
    private View pressedView = View.START;

    public GraphPane(Listener listener) {
        this.listener = listener;
        getStyleClass().add("graph-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(MESSAGES.text("summary", 0, 0));
        getChildren().addAll(tiles, tokens);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(this::hover);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(this::mark);
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                tiles.rest();
            }
        });
    }

    /// Shows another drawing from its beginning.
    public void show(Drawing next) {
        set(next);
        focused = next.boxes().isEmpty() ? "" : next.boxes().getFirst().node().key();
        begin();
    }

    /// Shows the same with more or fewer folds: what the keyboard is on stays where it is.
    public void refold(Drawing next) {
        Optional<Box> before = drawing.box(focused);
        set(next);
        Optional<Box> after = drawing.box(focused)
                .or(() -> drawing.boxes().stream()
                        .filter(box -> box.node().foldOf().equals(focused))
                        .min(Comparator.comparingDouble(Box::middleY)));
        if (before.isEmpty() || after.isEmpty()) {
            show(next);
            return;
        }
        focused = after.get().node().key();
        fitted = false;
        view = view.moved(
                after.get().area().left() - before.get().area().left(),
                after.get().area().top() - before.get().area().top());
        marks = marks.withFocus(isFocused() ? focused : "", Optional.empty());
        look();
        tiles.show(drawing, marks);
    }

    private void set(Drawing next) {
        drawing = next;
        focusedEdge = Optional.empty();
        marks = Marks.NONE;
        setAccessibleText(
                MESSAGES.text("summary", next.boxes().size(), next.lines().size()));
        tiles.show(next, marks);
    }

    /// What is drawn now.
    public Drawing drawing() {
        return drawing;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// Lights up a path.
    ///
    /// @param step which hop of it is looked at
    public void light(Set<String> keys, Set<Hop> path, Optional<Hop> step) {
        marks = marks.withPath(keys, path, step);
        revealPath();
        mark();
    }

    private void revealPath() {
        drawing.boxes().stream()
                .filter(marks::lights)
                .max(Comparator.comparingDouble(Box::middleX))
                .ifPresent(box -> reveal(box.area()));
    }

    public void zoomIn() {
        zoomAt(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    public void zoomOut() {
        zoomAt(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    /// Shows the whole drawing.
    public void fit() {
        fitted = false;
        view = View.fit(drawing, widthEm(), heightEm());
        look();
    }

    /// Until somebody moves it, the drawing is placed anew whenever the window changes.
    private void begin() {
        fitted = true;
        view = View.begin(drawing, widthEm(), heightEm());
        look();
    }

    /// What is told of the path opens below it and takes its room: the path stays in sight.
    private void resized() {
        if (fitted) {
            begin();
        } else {
            look();
        }
        revealPath();
    }

    private double widthEm() {
        return getWidth() / em.get();
    }

    private double heightEm() {
        return getHeight() / em.get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /// Zooms, and keeps what is under a pixel there.
    public void zoomAt(double factor, double pixelX, double pixelY) {
        fitted = false;
        view = view.zoomed(factor, drawingX(pixelX), drawingY(pixelY));
        look();
    }

    /// Moves what is seen, in pixels.
    public void pan(double right, double down) {
        fitted = false;
        double scale = em.get() * view.zoom();
        view = view.moved(right / scale, down / scale);
        look();
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        pressedView = view;
    }

    private void drag(MouseEvent event) {
        view = pressedView;
        pan(pressedX - event.getX(), pressedY - event.getY());
    }

    private void release(MouseEvent event) {
        boolean dragged = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > DRAG_PIXELS_MIN;
        if (dragged) {
            return;
        }
        double x = drawingX(event.getX());
        double y = drawingY(event.getY());
        Optional<Box> box = drawing.boxAt(x, y);
        box.ifPresent(this::act);
        if (box.isEmpty()) {
            lineAt(x, y).ifPresent(this::choose);
        }
    }

    private Optional<Line> lineAt(double x, double y) {
        return drawing.lineAt(x, y, NEAR_LINE_EM / Math.min(1, view.zoom()));
    }

    private void hover(MouseEvent event) {
        double x = drawingX(event.getX());
        double y = drawingY(event.getY());
        Optional<String> words = drawing.boxAt(x, y)
                .map(box -> NodeWords.sentence(box.node()))
                .or(() -> lineAt(x, y).map(line -> sentence(line.edge())));
        setCursor(words.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        words.ifPresentOrElse(
                text -> {
                    tip.setText(text);
                    Tooltip.install(this, tip);
                },
                () -> Tooltip.uninstall(this, tip));
    }

    private String sentence(SketchEdge edge) {
        return drawing.box(edge.from())
                .flatMap(from -> drawing.box(edge.to()).map(to -> NodeWords.sentence(edge, from.node(), to.node())))
                .orElse("");
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAt(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.getX(), event.getY());
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case RIGHT -> step(event.isShiftDown(), 1, 0);
            case LEFT -> step(event.isShiftDown(), -1, 0);
            case DOWN -> step(false, 0, 1);
            case UP -> step(false, 0, -1);
            case PLUS, EQUALS, ADD -> zoomIn();
            case MINUS, SUBTRACT -> zoomOut();
            case HOME -> fit();
            case ENTER, SPACE -> actOnFocused();
            case BACK_SPACE -> drawing.box(focused).ifPresent(this::foldAgain);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void step(boolean overLines, int right, int down) {
        drawing.box(focused).map(box -> new Walk(drawing, box)).ifPresent(walk -> {
            if (overLines) {
                walk.nextLine(right > 0, focusedEdge).ifPresent(this::focus);
            } else {
                walk.towards(right, down).ifPresent(this::focus);
            }
        });
    }

    private void actOnFocused() {
        focusedEdge.ifPresentOrElse(listener::chosen, () -> drawing.box(focused).ifPresent(this::act));
    }

    private void foldAgain(Box box) {
        if (!box.node().foldOf().isEmpty()) {
            focused = box.node().foldOf();
            listener.close(box.node().foldOf());
        }
    }

    /// A fold opens, everything else is chosen.
    private void act(Box box) {
        focus(box);
        if (box.node().folded()) {
            listener.open(box.node());
        } else {
            listener.chosen(box.node());
        }
    }

    private void choose(Line line) {
        focus(line);
        listener.chosen(line.edge());
    }

    private void focus(Box box) {
        focused = box.node().key();
        focusedEdge = Optional.empty();
        setAccessibleText(NodeWords.sentence(box.node()));
        reveal(box.area());
        mark();
    }

    private void focus(Line line) {
        focusedEdge = Optional.of(line.edge());
        setAccessibleText(sentence(line.edge()));
        mark();
    }

    private void reveal(Area area) {
        View next = view.revealing(area, widthEm(), heightEm());
        if (!next.equals(view)) {
            fitted = false;
            view = next;
            look();
        }
    }

    private double drawingX(double pixel) {
        return view.left() + pixel / (em.get() * view.zoom());
    }

    private double drawingY(double pixel) {
        return view.top() + pixel / (em.get() * view.zoom());
    }

    private void look() {
        tiles.look(view, em.get(), getWidth(), getHeight());
    }

    private void mark() {
        marks = marks.withFocus(isFocused() ? focused : "", isFocused() ? focusedEdge : Optional.empty());
        tiles.mark(marks);
    }

    private void recolour() {
        tiles.restart();
    }

    /// The keys of the boxes that stand for one of these.
    public Set<String> keys(Set<? extends dev.curfew.model.id.EntityId> members) {
        return drawing.boxes().stream()
                .map(Box::node)
                .filter(node -> node.members().stream().anyMatch(members::contains))
                .map(SketchNode::key)
                .collect(Collectors.toSet());
    }
}
