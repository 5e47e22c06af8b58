package dev.curfew.app.console.screen.blastradius.drawing.pane;

import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;
import dev.curfew.app.console.screen.blastradius.drawing.paint.CanvasPen;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Marks;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Painter;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Paints;
import dev.curfew.app.console.theme.Token;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Shows a drawing in squares. Small drawings are painted at once. Of a large one a square is painted a frame, so that
/// it can be moved meanwhile; while it is zoomed the last picture is stretched, and painted anew once it rests.
final class Tiles extends Group {
    /// As many things are painted within a frame or two.
    private static final int AT_ONCE_MAX = 600;

    /// So long it has to rest before it is painted in its new size.
    private static final long REST_NANOS = 120_000_000;

    private static final int TILES_A_FRAME = 1;

    private final Paints paints;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private Drawing drawing = Drawing.EMPTY;
    private Marks marks = Marks.NONE;
    private View view = View.START;
    private double em = 13;
    private double width;
    private double height;
    private Sheet shown;
    private @Nullable Sheet coming;
    private @Nullable Still still;
    private View stillView = View.START;
    private long movedAt;

    Tiles(Paints paints) {
        this.paints = paints;
        setManaged(false);
        setAutoSizeChildren(false);
        shown = sheet();
    }

    private Sheet sheet() {
        return new Sheet(em * view.zoom(), this::paint);
    }

    private void paint(Canvas canvas, Area area, double scale) {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        new Painter(new CanvasPen(context), paints, area.left(), area.top(), scale).paint(drawing, marks, area);
    }

    /// Everything anew.
    void show(Drawing next, Marks shownMarks) {
        drawing = next;
        marks = shownMarks;
        restart();
    }

    /// The same in other colours.
    void restart() {
        swap(sheet());
        arrange();
    }

    void mark(Marks next) {
        List<Area> changed = Stream.concat(areas(marks), areas(next)).toList();
        marks = next;
        shown.renew(changed, seen());
        // what is being painted begins again, with the new marks
        coming = null;
        arrange();
    }

    private Stream<Area> areas(Marks of) {
        return Stream.concat(
                drawing.boxes().stream()
                        .filter(box -> of.lights(box)
                                || of.focusedBox().equals(box.node().key()))
                        .map(Drawing.Box::area),
                drawing.lines().stream()
                        .filter(line -> of.lights(line)
                                || of.focusedEdge().filter(line.edge()::equals).isPresent())
                        .map(Drawing.Line::area));
    }

    /// @param emPixels pixels of an em at zoom 1
    void look(View next, double emPixels, double widthPixels, double heightPixels) {
        boolean resized = emPixels != em || widthPixels != width || heightPixels != height;
        boolean zoomed = next.zoom() != view.zoom();
        if (zoomed && !resized && !isSmall() && still == null) {
            hold();
        }
        view = next;
        em = emPixels;
        width = widthPixels;
        height = heightPixels;
        if (resized || (zoomed && isSmall())) {
            restart();
            return;
        }
        if (zoomed) {
            coming = null;
            movedAt = System.nanoTime();
        }
        arrange();
    }

    /// Keeps what is seen now, to be stretched.
    private void hold() {
        Still held = new Still(this, (int) width, (int) height, Tile.SIDE / 2, paints.get(Token.BG_DEFAULT));
        still = held;
        stillView = view;
        getChildren().setAll(held.view());
    }

    private boolean isSmall() {
        return drawing.size() <= AT_ONCE_MAX;
    }

    private Area seen() {
        return view.area(width / em, height / em);
    }

    /// What is kept painted besides what is seen, so that moving finds it there.
    private Area near() {
        return seen().grown(Tile.SIDE / (em * view.zoom()));
    }

    private void arrange() {
        if (width <= 0 || height <= 0) {
            return;
        }
        if (still != null) {
            double before = em * stillView.zoom();
            still.stretch(
                    view.zoom() / stillView.zoom(),
                    (view.left() - stillView.left()) * before,
                    (view.top() - stillView.top()) * before);
            timer.start();
            return;
        }
        shown.place(view.left(), view.top(), em * view.zoom());
        if (isSmall()) {
            shown.missing(seen()).forEach(shown::paint);
            shown.forget(near());
        } else {
            timer.start();
        }
    }

    /// A little of what is to be painted.
    private void frame() {
        if (still != null) {
            sharpen();
            return;
        }
        List<Tile> missing = shown.missing(seen());
        if (missing.isEmpty()) {
            missing = shown.missing(near());
        }
        missing.stream().limit(TILES_A_FRAME).forEach(shown::paint);
        if (missing.isEmpty()) {
            shown.forget(near().grown(Tile.SIDE / (em * view.zoom())));
            timer.stop();
        }
    }

    /// Once it rests, its new size is painted behind the stretched picture, and then takes its place.
    private void sharpen() {
        if (System.nanoTime() - movedAt < REST_NANOS) {
            return;
        }
        Sheet next = coming == null ? sheet() : coming;
        coming = next;
        List<Tile> missing = next.missing(seen());
        missing.stream().limit(TILES_A_FRAME).forEach(next::paint);
        if (missing.isEmpty()) {
            swap(next);
            arrange();
        }
    }

    private void swap(Sheet next) {
        shown = next;
        coming = null;
        still = null;
        getChildren().setAll(shown.group());
    }

    /// Stops painting, for what is shown no longer.
    void rest() {
        timer.stop();
    }
}
