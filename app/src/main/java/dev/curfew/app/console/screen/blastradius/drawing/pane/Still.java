package dev.curfew.app.console.screen.blastradius.drawing.pane;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// The last sharp picture of a large drawing, stretched while it is zoomed. Pixels are copied here: to let JavaFX
/// stretch an image takes its software renderer some 16 ms a window, and this a tenth.
final class Still {
    private final int[] from;
    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    private final int beyond;
    private final int background;
    private final int[] to;
    private final int[] columns;
    private final PixelBuffer<IntBuffer> pixels;
    private final ImageView view;

    /// @param node what is seen, in the window's pixels
    /// @param beyond how many pixels around the window are there too
    Still(Node node, int width, int height, int beyond, Color background) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        this.beyond = beyond;
        this.background = argb(background);
        fromWidth = this.width + 2 * beyond;
        fromHeight = this.height + 2 * beyond;
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(background);
        parameters.setViewport(new Rectangle2D(-beyond, -beyond, fromWidth, fromHeight));
        WritableImage image = node.snapshot(parameters, new WritableImage(fromWidth, fromHeight));
        from = new int[fromWidth * fromHeight];
        image.getPixelReader()
                .getPixels(0, 0, fromWidth, fromHeight, PixelFormat.getIntArgbPreInstance(), from, 0, fromWidth);
        to = new int[this.width * this.height];
        columns = new int[this.width];
        pixels = new PixelBuffer<>(this.width, this.height, IntBuffer.wrap(to), PixelFormat.getIntArgbPreInstance());
        view = new ImageView(new WritableImage(pixels));
        view.setManaged(false);
        stretch(1, 0, 0);
    }

    private static int argb(Color color) {
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    ImageView view() {
        return view;
    }

    /// Where each of the window's pixels comes from: `left + x / ratio`.
    ///
    /// @param ratio how much larger it is now
    /// @param left the pixel of the still at the window's left edge
    void stretch(double ratio, double left, double top) {
        for (int x = 0; x < width; x++) {
            columns[x] = (int) Math.floor(left + x / ratio) + beyond;
        }
        int firstInside = firstAtLeast(0);
        int firstOutside = firstAtLeast(fromWidth);
        int before = -1;
        for (int y = 0; y < height; y++) {
            int row = (int) Math.floor(top + y / ratio) + beyond;
            int start = y * width;
            if (row < 0 || row >= fromHeight) {
                Arrays.fill(to, start, start + width, background);
                before = -1;
            } else if (row == before) {
                System.arraycopy(to, start - width, to, start, width);
            } else {
                copy(row, start, firstInside, firstOutside);
                before = row;
            }
        }
        pixels.updateBuffer(_ -> null);
    }

    private void copy(int row, int start, int firstInside, int firstOutside) {
        Arrays.fill(to, start, start + firstInside, background);
        int source = row * fromWidth;
        for (int x = firstInside; x < firstOutside; x++) {
            to[start + x] = from[source + columns[x]];
        }
        Arrays.fill(to, start + firstOutside, start + width, background);
    }

    /// The first of the window's columns that comes from there or from further right.
    private int firstAtLeast(int column) {
        int low = 0;
        int high = width;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns[middle] >= column) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
