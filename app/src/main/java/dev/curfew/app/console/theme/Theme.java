package dev.curfew.app.console.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Dresses scenes: AtlantaFX's Primer by the chosen appearance, our own sheet over it, the text's size last.
public final class Theme {

    private static final String SHEET =
            Objects.requireNonNull(Theme.class.getResource("console.css")).toExternalForm();

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.PERCENT_100);

    public Theme() {
        Fonts.load();
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    public ObjectProperty<TextSize> textSize() {
        return textSize;
    }

    /// The size of the text in pixels, for what has to be measured before there is a scene.
    public double em() {
        return textSize.get().textPixels();
    }

    /// Dresses the scene now and at each change. To be unsubscribed when the scene goes.
    public Subscription dress(Scene scene) {
        return Subscription.combine(
                appearance.subscribe(_ -> applyAppearance()),
                Platform.getPreferences().colorSchemeProperty().subscribe(_ -> applyAppearance()),
                textSize.subscribe(size -> scene.getStylesheets().setAll(List.of(SHEET, sizes(size)))));
    }

    /// Whether the console is dark now.
    public boolean isDark() {
        return switch (appearance.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void applyAppearance() {
        var theme = isDark() ? new PrimerDark() : new PrimerLight();
        if (!theme.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        }
    }

    /// The one place where pixels are named: all other sizes are multiples of this text's. Icons need theirs apart,
    /// because an icon is a letter of its own font and would measure an em by itself.
    private static String sizes(TextSize size) {
        String css = String.format(
                Locale.ROOT,
                ".root { -fx-font-size: %.2fpx; } .ikonli-font-icon { -fx-icon-size: %.2fpx; }"
                        + " .icon-large { -fx-icon-size: %.2fpx; } .icon-small { -fx-icon-size: %.2fpx; }",
                size.textPixels(),
                size.iconPixels(),
                size.iconPixels() * 2,
                size.textPixels());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
