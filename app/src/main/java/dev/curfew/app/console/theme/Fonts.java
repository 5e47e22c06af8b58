package dev.curfew.app.console.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The embedded fonts: the same letters on every machine, and in every picture a test takes.
public final class Fonts {

    /// The one of all text that is not code.
    public static final String FAMILY = "Inter";

    private static final List<String> FILES = List.of(
            "Inter_400Regular.ttf", "Inter_600SemiBold.ttf", "Inter_700Bold.ttf", "JetBrainsMono_400Regular.ttf");

    /// Any size does: only the family's name is used later.
    private static final double SIZE = 13;

    private Fonts() {}

    static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null || Font.loadFont(stream, SIZE) == null) {
                throw new IllegalStateException("not packaged, or not a font: " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
