package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.model.kind.SourceKind;
import java.util.List;
import javafx.scene.control.ComboBox;

/// The kinds of source to choose from, by what they are called.
final class KindChoice extends ComboBox<SourceKind> {

    KindChoice(List<SourceKind> kinds) {
        setId("connection-kind");
        getItems().setAll(kinds);
        setConverter(new Spoken<>(SourceKind::called));
        setValue(kinds.getFirst());
    }
}
