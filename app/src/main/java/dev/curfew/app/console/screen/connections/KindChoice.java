package dev.curfew.app.console.screen.connections;

import dev.curfew.model.kind.SourceKind;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// The kinds of source to choose from, by what they are called.
final class KindChoice extends ComboBox<SourceKind> {

    KindChoice(List<SourceKind> kinds) {
        setId("connection-kind");
        getItems().setAll(kinds);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(SourceKind value) {
                return value == null ? "" : value.called();
            }

            @Override
            public SourceKind fromString(String text) {
                return kinds.stream()
                        .filter(it -> it.called().equals(text))
                        .findFirst()
                        .orElseThrow();
            }
        });
        setValue(kinds.getFirst());
    }
}
