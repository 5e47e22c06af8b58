package dev.curfew.app.console.screen.revocation.offboard;

import dev.curfew.app.console.component.form.Field;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Everything an owner answers for: what is ticked is to end, what is not has been taken over.
final class OwnedView extends VBox {

    private static final Messages MESSAGES = Messages.of(OwnedView.class);

    private final List<CheckBox> boxes = new ArrayList<>();
    private final RadioButton deactivate = new RadioButton(MESSAGES.text("extent.DEACTIVATE"));
    private final RadioButton delete = new RadioButton(MESSAGES.text("extent.DELETE"));
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();

    OwnedView(List<String> ids) {
        getStyleClass().add("form");
        setId("owned");
        VBox list = new VBox();
        list.getStyleClass().add("tight-lines");
        for (String id : ids) {
            CheckBox box = new CheckBox(id);
            box.setSelected(true);
            // An underscore in an id marks no key.
            box.setMnemonicParsing(false);
            box.selectedProperty().subscribe(this::count);
            boxes.add(box);
            list.getChildren().add(box);
        }
        ToggleGroup extent = new ToggleGroup();
        extent.getToggles().addAll(deactivate, delete);
        extent.selectToggle(deactivate);
        VBox extents = new VBox(deactivate, delete);
        extents.getStyleClass().add("lines");
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("owned", ids.size()), list, ""),
                        Field.of(MESSAGES.text("extent"), extents, ""));
        count();
    }

    private void count() {
        chosen.set((int) boxes.stream().filter(CheckBox::isSelected).count());
    }

    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    List<String> leaving() {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList();
    }

    boolean deletes() {
        return delete.isSelected();
    }
}
