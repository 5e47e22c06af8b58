package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.theme.Tokens;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// The drawing: pan by dragging, zoom by the wheel; by keyboard the arrows walk from box to box, plus and minus zoom,
/// Home shows all.
public final class GraphPane extends Region {

    private static final Messages MESSAGES = Messages.of(GraphPane.class);
    private static final double ZOOM_STEP = 1.25;
    private static final double DRAG_PIXELS_MIN = 3;
    private static final double MARGIN_EM = 1;

    private static final StyleablePropertyFactory<GraphPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<GraphPane, Number> EM =
            FACTORY.createSizeCssMetaData("-curfew-em", pane -> pane.em, 13.0);

    private final Canvas canvas = new Canvas();
    private final Tokens tokens = new Tokens(this::paint);
    private final Consumer<SketchNode> chosen;
    private final SimpleStyleableDoubleProperty em = new SimpleStyleableDoubleProperty(EM, this, "em", 13.0) {
        @Override
        protected void invalidated() {
            begin();
        }
    };
    private Drawing drawing = Drawing.EMPTY;
    private Set<String> lit = Set.of();
    private String focused = "";
    private View view = View.START;
    private boolean fitted = true;
    private double pressedX;
    private double pressedY;
    private View pressedView = View.START;

    /// @param chosen told which box a person chose
    public GraphPane(Consumer<SketchNode> chosen) {
        this.chosen = chosen;
        getStyleClass().add("graph-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(MESSAGES.text("summary", 0, 0));
        getChildren().addAll(canvas, tokens);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(this::paint);
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
    }

    public void show(Drawing next) {
        drawing = next;
        focused = next.boxes().isEmpty() ? "" : next.boxes().getFirst().node().key();
        setAccessibleText(
                MESSAGES.text("summary", next.boxes().size(), next.lines().size()));
        begin();
    }

    /// Lights up the boxes of a path.
    public void light(Set<String> keys) {
        lit = Set.copyOf(keys);
        drawing.boxes().stream()
                .filter(box -> lit.contains(box.node().key()))
                .max(Comparator.comparingDouble(Box::x))
                .ifPresent(this::reveal);
        paint();
    }

    public void zoomIn() {
        zoom(ZOOM_STEP);
    }

    public void zoomOut() {
        zoom(1 / ZOOM_STEP);
    }

    /// Shows the whole drawing.
    public void fit() {
        fitted = false;
        view = View.fit(drawing, getWidth() / em.get(), getHeight() / em.get());
        paint();
    }

    /// Until somebody moves it, the drawing is placed anew whenever the window changes.
    private void begin() {
        fitted = true;
        view = View.begin(drawing, getWidth() / em.get(), getHeight() / em.get());
        paint();
    }

    private void resized() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (fitted) {
            begin();
        } else {
            paint();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private void zoom(double factor) {
        zoomAt(factor, getWidth() / 2, getHeight() / 2);
    }

    private void zoomAt(double factor, double pixelX, double pixelY) {
        fitted = false;
        view = view.zoomed(factor, drawingX(pixelX), drawingY(pixelY));
        paint();
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        pressedView = view;
    }

    private void drag(MouseEvent event) {
        fitted = false;
        double scale = em.get() * view.zoom();
        view = pressedView.moved((pressedX - event.getX()) / scale, (pressedY - event.getY()) / scale);
        paint();
    }

    private void release(MouseEvent event) {
        boolean dragged = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > DRAG_PIXELS_MIN;
        if (!dragged) {
            at(drawingX(event.getX()), drawingY(event.getY())).ifPresent(this::choose);
        }
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
            case RIGHT -> walk(1, 0);
            case LEFT -> walk(-1, 0);
            case DOWN -> walk(0, 1);
            case UP -> walk(0, -1);
            case PLUS, EQUALS, ADD -> zoomIn();
            case MINUS, SUBTRACT -> zoomOut();
            case HOME -> fit();
            case ENTER, SPACE -> box(focused).ifPresent(this::choose);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /// To the nearest box that lies that way; sideways distance counts double.
    private void walk(int right, int down) {
        box(focused)
                .ifPresent(from -> drawing.boxes().stream()
                        .filter(to -> ahead(from, to, right, down) > 0)
                        .min(Comparator.comparingDouble(
                                to -> ahead(from, to, right, down) + 2 * aside(from, to, right)))
                        .ifPresent(this::choose));
    }

    private static double ahead(Box from, Box to, int right, int down) {
        return (to.middleX() - from.middleX()) * right + (to.middleY() - from.middleY()) * down;
    }

    private static double aside(Box from, Box to, int right) {
        return right == 0 ? Math.abs(to.middleX() - from.middleX()) : Math.abs(to.middleY() - from.middleY());
    }

    private void choose(Box box) {
        focused = box.node().key();
        setAccessibleText(NodeWords.sentence(box.node()));
        reveal(box);
        paint();
        chosen.accept(box.node());
    }

    private void reveal(Box box) {
        double widthEm = getWidth() / em.get() / view.zoom();
        double heightEm = getHeight() / em.get() / view.zoom();
        boolean inside = box.x() >= view.left()
                && box.x() + box.width() <= view.left() + widthEm
                && box.y() >= view.top()
                && box.y() + box.height() <= view.top() + heightEm;
        if (!inside && widthEm > 0 && heightEm > 0) {
            fitted = false;
            // Only as far as needed: the way there stays in sight as well as it can.
            double left = Math.clamp(
                    view.left(),
                    box.x() + box.width() + MARGIN_EM - widthEm,
                    Math.max(box.x() - MARGIN_EM, box.x() + box.width() + MARGIN_EM - widthEm));
            double top = Math.clamp(
                    view.top(),
                    box.y() + box.height() + MARGIN_EM - heightEm,
                    Math.max(box.y() - MARGIN_EM, box.y() + box.height() + MARGIN_EM - heightEm));
            view = new View(left, top, view.zoom());
        }
    }

    private Optional<Box> box(String key) {
        return drawing.boxes().stream()
                .filter(box -> box.node().key().equals(key))
                .findFirst();
    }

    private Optional<Box> at(double x, double y) {
        return drawing.boxes().stream().filter(box -> box.contains(x, y)).findFirst();
    }

    private double drawingX(double pixel) {
        return view.left() + pixel / (em.get() * view.zoom());
    }

    private double drawingY(double pixel) {
        return view.top() + pixel / (em.get() * view.zoom());
    }

    private void paint() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            new Painter(canvas.getGraphicsContext2D(), tokens, em.get(), view)
                    .paint(drawing, lit, isFocused() ? focused : "", canvas.getWidth(), canvas.getHeight());
        }
    }
}
