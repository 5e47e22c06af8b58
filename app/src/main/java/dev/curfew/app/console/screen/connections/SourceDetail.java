package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Coverages;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One source in full: each scope with what became of reading it, and whether anything can be changed there.
final class SourceDetail extends VBox {

    private static final Messages MESSAGES = Messages.of(SourceDetail.class);

    SourceDetail(SourceStatus status, SourceKinds kinds, Instant now) {
        getStyleClass().add("inspector-content");
        Connection connection = status.connection();
        Label title = new Label(connection.name().value());
        title.getStyleClass().add("inspector-title");
        Facts facts = new Facts()
                .add(MESSAGES.text("kind"), kinds.called(connection.kind()))
                .add(MESSAGES.text("address"), connection.address().toString())
                .add(
                        MESSAGES.text("connected"),
                        Words.day(connection.connectedAt()) + ", " + Words.relative(connection.connectedAt(), now))
                .add(
                        MESSAGES.text("read"),
                        status.readAt()
                                .map(at -> Words.moment(at) + ", " + Words.relative(at, now))
                                .orElse(MESSAGES.text("coverage.never")));
        new TreeMap<>(connection.settings())
                .forEach((key, value) -> facts.add(SourceWords.setting(kinds.of(connection.kind()), key), value));
        Label reason = new WrappedLabel(Acting.reason(connection));
        getChildren()
                .addAll(
                        title,
                        new Section(MESSAGES.text("facts"), facts),
                        new Section(MESSAGES.text("acting"), SourceWords.acting(connection), reason),
                        coverage(status, kinds));
    }

    private static Node coverage(SourceStatus status, SourceKinds kinds) {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        status.coverage().stream()
                .sorted(Comparator.comparing(Coverage::provesAbsence).thenComparing(Coverage::scope))
                .forEach(it -> lines.getChildren()
                        .add(line(it, kinds.of(status.connection().kind()), OptionWords.of(kinds, it.detail()))));
        if (status.coverage().isEmpty()) {
            lines.getChildren().add(new Label(MESSAGES.text("coverage.none")));
        }
        return new Section(MESSAGES.text("coverage"), lines);
    }

    private static Node line(Coverage coverage, Optional<SourceKind> kind, String words) {
        Label scope = new Label(SourceWords.scope(kind, coverage.scope()));
        scope.setTooltip(new Tooltip(coverage.scope()));
        scope.setMinWidth(Region.USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Label items = new Label(MESSAGES.text("items", coverage.items()));
        items.getStyleClass().add("muted");
        HBox line = new HBox(scope, spacer, items, Coverages.chip(coverage.state()));
        line.getStyleClass().add("toolbar");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(line);
        if (!words.isBlank()) {
            box.getChildren().add(WrappedLabel.muted(words));
        }
        return box;
    }
}
