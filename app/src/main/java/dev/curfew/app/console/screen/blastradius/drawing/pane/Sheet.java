package dev.curfew.app.console.screen.blastradius.drawing.pane;

import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;

/// The picture of a drawing at one size, in squares that are painted once and then moved as they are.
final class Sheet {

    /// Paints a square.
    interface Painting {
        /// @param area of the drawing, in em
        void paint(Canvas canvas, Area area, double scale);
    }

    private final Group group = new Group();
    private final Affine place = new Affine();
    private final Map<Tile, Canvas> tiles = new HashMap<>();
    private final Deque<Canvas> spare = new ArrayDeque<>();
    private final double scale;
    private final Painting painting;

    /// @param scale pixels of an em
    Sheet(double scale, Painting painting) {
        this.scale = scale;
        this.painting = painting;
        group.setManaged(false);
        group.setAutoSizeChildren(false);
        group.getTransforms().add(place);
    }

    Group group() {
        return group;
    }

    double scale() {
        return scale;
    }

    /// Moves it, and stretches it if the view has another size by now.
    ///
    /// @param left of the drawing, in em, what is at the window's edge
    void place(double left, double top, double scaleNow) {
        double stretch = scaleNow / scale;
        place.setMxx(stretch);
        place.setMyy(stretch);
        // On whole pixels squares are copied; between them they would be blurred, and slow.
        place.setTx(Math.rint(-left * scaleNow));
        place.setTy(Math.rint(-top * scaleNow));
    }

    /// The squares of an area that are not painted yet, the middle ones first.
    List<Tile> missing(Area area) {
        List<Tile> missing = new ArrayList<>();
        for (int column = tile(area.left()); column <= tile(area.right()); column++) {
            for (int row = tile(area.top()); row <= tile(area.bottom()); row++) {
                Tile tile = new Tile(column, row);
                if (!tiles.containsKey(tile)) {
                    missing.add(tile);
                }
            }
        }
        double middleX = (area.left() + area.right()) / 2 * scale / Tile.SIDE - 0.5;
        double middleY = (area.top() + area.bottom()) / 2 * scale / Tile.SIDE - 0.5;
        missing.sort(Comparator.comparingDouble(tile -> Math.hypot(tile.column() - middleX, tile.row() - middleY)));
        return missing;
    }

    private int tile(double em) {
        return (int) Math.floor(em * scale / Tile.SIDE);
    }

    void paint(Tile tile) {
        Canvas canvas = spare.isEmpty() ? new Canvas(Tile.SIDE, Tile.SIDE) : spare.pop();
        tiles.put(tile, tile.canvas(canvas));
        painting.paint(canvas, area(tile), scale);
        group.getChildren().add(canvas);
    }

    /// Paints anew the squares that meet one of these areas and are in sight; the others are painted when they are.
    void renew(List<Area> areas, Area seen) {
        List<Tile> stale = tiles.keySet().stream()
                .filter(tile -> areas.stream().anyMatch(area(tile)::meets))
                .toList();
        for (Tile tile : stale) {
            if (area(tile).meets(seen)) {
                Canvas canvas = Objects.requireNonNull(tiles.get(tile));
                painting.paint(canvas, area(tile), scale);
            } else {
                drop(tile);
            }
        }
    }

    /// Lets go of what is far out of sight.
    void forget(Area near) {
        tiles.keySet().stream().filter(tile -> !area(tile).meets(near)).toList().forEach(this::drop);
    }

    private void drop(Tile tile) {
        Canvas canvas = Objects.requireNonNull(tiles.remove(tile));
        group.getChildren().remove(canvas);
        spare.push(canvas);
    }

    private Area area(Tile tile) {
        double side = Tile.SIDE / scale;
        return new Area(tile.column() * side, tile.row() * side, (tile.column() + 1) * side, (tile.row() + 1) * side);
    }
}
