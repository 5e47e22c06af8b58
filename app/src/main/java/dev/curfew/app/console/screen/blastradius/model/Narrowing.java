package dev.curfew.app.console.screen.blastradius.model;

import dev.curfew.analysis.sketch.Direction;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Found;
import dev.curfew.model.attribute.Sensitivity;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What of an answer the list shows.
public final class Narrowing {
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty sensitiveOnly = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Fate>> fate = new SimpleObjectProperty<>(Optional.empty());

    public StringProperty text() {
        return text;
    }

    public BooleanProperty sensitiveOnly() {
        return sensitiveOnly;
    }

    /// Empty: all.
    public ObjectProperty<Optional<Fate>> fate() {
        return fate;
    }

    void clear() {
        text.set("");
        sensitiveOnly.set(false);
        fate.set(Optional.empty());
    }

    public Predicate<Found> passes(Direction direction) {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        boolean sensitive = sensitiveOnly.get() && direction == Direction.FORWARD;
        Optional<Fate> only = fate.get();
        return found -> (!sensitive || found.sensitivity() == Sensitivity.HIGH)
                && (only.isEmpty() || only.get() == found.fate())
                && (wanted.isEmpty() || words(found, direction).contains(wanted));
    }

    private static String words(Found found, Direction direction) {
        String all = AnswerWords.title(found, direction) + " " + Words.kind(found.kind()) + " " + found.id();
        return all.toLowerCase(Locale.ROOT);
    }
}
