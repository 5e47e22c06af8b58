package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.text.Messages;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/// Asks for one setting of a source, by the setting's description.
final class SettingField extends StackPane {
    private static final Messages MESSAGES = Messages.of(SettingField.class);

    private final Setting setting;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");

    SettingField(Setting setting, FileChoosing files) {
        this.setting = setting;
        getChildren().add(node(files));
    }

    private Node node(FileChoosing files) {
        return switch (setting.form()) {
            case TEXT, ADDRESS -> Field.of(setting.called(), line(), setting.about());
            case CHOICE -> Field.of(setting.called(), choice(), setting.about());
            case FLAG -> Field.of(setting.called(), flag(), setting.about());
            case CERTIFICATES -> {
                CertificatesField field = new CertificatesField(setting, files);
                value.bind(field.text());
                yield field;
            }
        };
    }

    private TextField line() {
        TextField field = new TextField();
        field.setId("setting-" + setting.name());
        field.setPromptText(setting.usual().isEmpty() ? setting.example() : setting.usual());
        value.bind(field.textProperty().map(String::strip));
        return field;
    }

    private ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("setting-" + setting.name());
        box.getItems().setAll(setting.allowed());
        if (!setting.usual().isEmpty()) {
            box.setValue(setting.usual());
        }
        value.bind(box.valueProperty().orElse(""));
        return box;
    }

    private CheckBox flag() {
        CheckBox box = new CheckBox(MESSAGES.text("setting.flag"));
        box.setId("setting-" + setting.name());
        value.bind(box.selectedProperty().map(selected -> selected ? "true" : ""));
        return box;
    }

    Setting setting() {
        return setting;
    }

    /// Empty: not given.
    ReadOnlyStringProperty value() {
        return value.getReadOnlyProperty();
    }

    /// What is wrong with it; empty: nothing.
    String complaint() {
        String given = value.get();
        if (given.isEmpty()) {
            return setting.required() ? MESSAGES.text("setting.missing", setting.called()) : "";
        }
        return setting.takes(given) ? "" : MESSAGES.text("setting.wrong", setting.called(), setting.example());
    }
}
