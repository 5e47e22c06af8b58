package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Listed;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.delegation.Scope;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks who is to speak for an officer, for how long, and for what.
final class HandOnForm extends VBox {
    private static final Messages MESSAGES = Messages.of(HandOnForm.class);

    /// From a day off to a long leave.
    private static final List<Long> DAYS = List.of(1L, 2L, 3L, 5L, 7L, 14L, 21L, 30L);

    private final ComboBox<Officer> to = new ComboBox<>();
    private final ComboBox<Duration> length = new ComboBox<>();
    private final TextField roles = new TextField();
    private final TextField environments = new TextField();
    private final TextField sources = new TextField();
    private final OfficerFields from;

    /// @param takers those who may be handed a voice
    /// @param lengthMax as the roster lays it down
    HandOnForm(List<Officer> signers, List<Officer> takers, Duration lengthMax) {
        getStyleClass().add("form");
        from = new OfficerFields(signers);
        to.setId("hand-on-to");
        to.getItems().setAll(takers);
        to.setConverter(new Spoken<>(it -> MESSAGES.text("officer", it.displayName(), it.name())));
        length.setId("hand-on-length");
        length.getItems().setAll(lengths(lengthMax));
        length.setConverter(new Spoken<>(Words::length));
        length.setValue(length.getItems().getFirst());
        roles.setId("hand-on-roles");
        environments.setId("hand-on-environments");
        sources.setId("hand-on-sources");
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("hand-on.to"), to, ""),
                        Field.of(MESSAGES.text("hand-on.length"), length, MESSAGES.text("hand-on.length.hint")),
                        Field.of(MESSAGES.text("hand-on.roles"), roles, MESSAGES.text("hand-on.roles.hint")),
                        Field.of(
                                MESSAGES.text("hand-on.environments"),
                                environments,
                                MESSAGES.text("hand-on.scope.hint")),
                        Field.of(MESSAGES.text("hand-on.sources"), sources, MESSAGES.text("hand-on.scope.hint")),
                        from);
    }

    /// Those that the roster lets be, its own longest among them.
    private static List<Duration> lengths(Duration max) {
        return Stream.concat(DAYS.stream().map(Duration::ofDays), Stream.of(max))
                .filter(one -> one.compareTo(max) <= 0)
                .distinct()
                .sorted()
                .toList();
    }

    ComboBox<Officer> first() {
        return to;
    }

    String to() {
        return to.getValue().name();
    }

    Duration length() {
        return length.getValue();
    }

    Scope scope() {
        return new Scope(names(roles), names(environments), names(sources));
    }

    private static Set<String> names(TextField field) {
        return Set.copyOf(Listed.in(field.getText()));
    }

    OfficerLogin login() {
        return from.take();
    }

    /// By name, which is what an officer is known by in the roster and in the workspace.
    private boolean isSelf() {
        Officer taker = to.getValue();
        Officer giver = from.chosen().getValue();
        return taker != null && giver != null && taker.name().equals(giver.name());
    }

    ObservableValue<Availability> availability() {
        ObservableValue<Availability> signed = from.availability();
        return Bindings.createObjectBinding(
                () -> Availability.unless(to.getValue() == null, MESSAGES.text("hand-on.to.missing"))
                        .and(Availability.unless(isSelf(), MESSAGES.text("hand-on.self")))
                        .and(signed.getValue()),
                to.valueProperty(),
                from.chosen(),
                signed);
    }
}
