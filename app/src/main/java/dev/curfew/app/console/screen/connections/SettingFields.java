package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.model.kind.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;

/// A field for each setting.
final class SettingFields extends VBox {
    private final List<SettingField> fields;

    /// @param changed runs when something else is given
    SettingFields(List<Setting> settings, FileChoosing files, Runnable changed) {
        getStyleClass().add("form");
        fields = settings.stream()
                .map(setting -> new SettingField(setting, files))
                .toList();
        fields.forEach(field -> field.value().subscribe((_, _) -> changed.run()));
        getChildren().addAll(fields);
    }

    /// What was given, by name.
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingField field : fields) {
            if (!field.value().get().isEmpty()) {
                values.put(field.setting().name(), field.value().get());
            }
        }
        return values;
    }

    /// The first thing that is wrong; empty: nothing.
    String complaint() {
        return fields.stream()
                .map(SettingField::complaint)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
