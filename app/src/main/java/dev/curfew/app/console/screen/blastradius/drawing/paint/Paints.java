package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.app.console.theme.Token;
import java.util.function.Function;
import javafx.scene.paint.Color;

/// The theme's colours, and the patterns that say how sure a step is: solid, dashed, dotted.
public final class Paints {
    private static final double[] SOLID = {};
    private static final double[] DASHED = {6, 4};
    private static final double[] DOTTED = {2, 4};

    private final Function<Token, Color> colors;

    public Paints(Function<Token, Color> colors) {
        this.colors = colors;
    }

    public Color get(Token token) {
        return colors.apply(token);
    }

    /// Fainter, over whatever is behind it.
    Color faint(Token token, double opacity) {
        return colors.apply(token).deriveColor(0, 1, 1, opacity);
    }

    static double[] dashes(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> SOLID;
            case CONDITIONAL -> DASHED;
            case UNKNOWN -> DOTTED;
        };
    }
}
