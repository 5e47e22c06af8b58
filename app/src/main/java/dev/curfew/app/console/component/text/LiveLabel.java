package dev.curfew.app.console.component.text;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// Words that follow the clock while they are in a scene: a countdown.
public final class LiveLabel extends Label {

    public LiveLabel(ObservableValue<Instant> now, Function<Instant, String> words) {
        // Weakly held by what it listens to: the label goes with what it stands on.
        textProperty()
                .bind(now.map(words).when(sceneProperty().map(Objects::nonNull).orElse(false)));
    }

    /// Over as many lines as they need, like those of a [WrappedLabel].
    public LiveLabel wrapped() {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        return this;
    }
}
