package dev.curfew.app.console.theme;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The theme's colours as values, for what CSS does not reach: a canvas, a chart. An unseen node that is put into the
/// scene beside the drawing; it tells when the colours change.
public final class Tokens extends Parent {

    private final Map<Token, Region> swatches = new EnumMap<>(Token.class);

    /// @param changed called when the colours are first known and whenever they change
    public Tokens(Runnable changed) {
        setManaged(false);
        setVisible(false);
        for (Token token : Token.values()) {
            Region swatch = new Region();
            swatch.setStyle("-fx-background-color: " + token.css() + ";");
            swatches.put(token, swatch);
            getChildren().add(swatch);
        }
        // The last of a pass: by then all the others have their new colour.
        swatch(List.of(Token.values()).getLast()).backgroundProperty().subscribe((_, _) -> changed.run());
    }

    /// The colour now; before the first pass of CSS, a mid grey.
    public Color get(Token token) {
        Background background = swatch(token).getBackground();
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getFirst().getFill() instanceof Color color
                ? color
                : Color.GRAY;
    }

    private Region swatch(Token token) {
        return java.util.Objects.requireNonNull(swatches.get(token));
    }
}
