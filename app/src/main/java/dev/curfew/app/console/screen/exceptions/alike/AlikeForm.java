package dev.curfew.app.console.screen.exceptions.alike;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.governance.request.bulk.Alike;
import dev.curfew.governance.request.bulk.Left;
import dev.curfew.governance.request.bulk.Shape;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The requests of one shape, of which some may be left out; how many it is to be is typed.
public final class AlikeForm extends VBox {
    private static final Messages MESSAGES = Messages.of(AlikeForm.class);

    private final Alike shown;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final TextField count = new TextField();
    private final ObservableValue<Availability> signed;

    /// @param signing asks who signs, and whatever else is asked
    /// @param signed whether that is answered
    public AlikeForm(Alike shown, Node signing, ObservableValue<Availability> signed) {
        this.shown = shown;
        this.signed = signed;
        getStyleClass().add("form");
        setId("alike");
        count.setId("alike-count");
        shown.reviews().forEach(review -> boxes.add(box(review.request())));
        getChildren()
                .addAll(
                        section(
                                "shape",
                                shown.shape().words().stream()
                                        .map(WrappedLabel::new)
                                        .toList()),
                        section("requests", boxes));
        if (!shown.aside().isEmpty()) {
            getChildren()
                    .add(section(
                            "aside", shown.aside().stream().map(AlikeForm::line).toList()));
        }
        getChildren().addAll(Field.of(MESSAGES.text("count"), count, MESSAGES.text("count.hint")), signing);
    }

    private static CheckBox box(ExceptionRequest request) {
        String own = String.join(", ", Shape.own(request, Words::moment));
        CheckBox box = new CheckBox(MESSAGES.text("request", request.id(), own));
        box.setSelected(true);
        box.setWrapText(true);
        return box;
    }

    private static Section section(String key, List<? extends Node> lines) {
        VBox box = new VBox();
        box.getChildren().setAll(lines);
        box.getStyleClass().add("tight-lines");
        return new Section(MESSAGES.text(key), box);
    }

    private static Label line(Left left) {
        return new WrappedLabel(MESSAGES.text("left", left.request().id(), left.why()));
    }

    public TextField first() {
        return count;
    }

    /// Those that are ticked.
    public Alike picked() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                ids.add(shown.reviews().get(i).request().id());
            }
        }
        return shown.only(ids);
    }

    public ObservableValue<Availability> availability() {
        List<Observable> all = new ArrayList<>(List.of(count.textProperty(), signed));
        boxes.forEach(box -> all.add(box.selectedProperty()));
        return Bindings.createObjectBinding(
                () -> counted(picked().reviews().size()).and(signed.getValue()), all.toArray(Observable[]::new));
    }

    private Availability counted(int picked) {
        return Availability.unless(picked == 0, MESSAGES.text("none"))
                .and(Availability.unless(
                        !count.getText().strip().equals(Integer.toString(picked)),
                        MESSAGES.text("count.other", picked)));
    }
}
