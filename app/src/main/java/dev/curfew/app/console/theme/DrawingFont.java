package dev.curfew.app.console.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The embedded font as AWT knows it, for charts: they measure with AWT and draw with JavaFX, and the two agree only on
/// the same font.
public final class DrawingFont {

    private static final String FILE = "/fonts/Inter_400Regular.ttf";

    private DrawingFont() {}

    public static Font ofSize(double pixels) {
        return new Font(Loaded.FAMILY, Font.PLAIN, (int) Math.rint(pixels));
    }

    /// Loaded when the first chart is drawn: reading it takes a while.
    private static final class Loaded {

        private static final String FAMILY = load();

        private static String load() {
            try (InputStream stream = DrawingFont.class.getResourceAsStream(FILE)) {
                if (stream == null) {
                    throw new IllegalStateException("not packaged: " + FILE);
                }
                Font font = Font.createFont(Font.TRUETYPE_FONT, stream);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font.getFamily();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("not a font: " + FILE, e);
            }
        }
    }
}
