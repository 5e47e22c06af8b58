package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.Match;
import dev.curfew.revocation.playbook.PlaybookRun;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One playbook in full: what it says, who signed it, what would set it off now, and what it did.
final class PlaybookView extends VBox {
    private static final Messages MESSAGES = Messages.of(PlaybookView.class);

    private final VBox now = new VBox();

    /// @param review what would set off this very one
    PlaybookView(
            PlaybookEntry one,
            List<Action> actions,
            ObservableValue<Optional<Content<List<Match>>>> review,
            Instant moment) {
        getStyleClass().add("inspector-content");
        Label title = new Label(one.name());
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        actions.forEach(action ->
                buttons.getChildren().add(ActionButton.withWords(action).styled("small")));
        getChildren().addAll(title, StandingWords.chip(one.signed()));
        if (!one.signed().why().isEmpty()) {
            getChildren().add(new Banner(Tone.NOTE, one.signed().why()));
        }
        getChildren().addAll(buttons, says(one.signed()), signed(one.signed()));
        if (one.stands()) {
            getChildren().add(new Section(MESSAGES.text("now"), now));
        }
        getChildren().add(did(one.runs(), moment));
        // Listens only while it is in a scene: the review goes on to the next playbook.
        review.when(sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(this::show);
        show(review.getValue());
    }

    private static Section says(SignedPlaybook signed) {
        return new Section(MESSAGES.text("says"), said(signed.playbook()));
    }

    private static Section signed(SignedPlaybook signed) {
        Facts facts = new Facts()
                .add(MESSAGES.text("signed.by"), String.join(", ", signed.signers()))
                .add(MESSAGES.text("signed.quorum"), quorum(signed))
                .add(
                        MESSAGES.text("signed.brought"),
                        MESSAGES.text("signed.brought.by", signed.proposedBy(), Words.moment(signed.proposedAt())))
                .add(MESSAGES.text("signed.hash"), signed.hash());
        return new Section(MESSAGES.text("signed"), facts);
    }

    /// What was taken back, or is void, has none that counts.
    private static String quorum(SignedPlaybook signed) {
        return signed.signers().isEmpty()
                ? ""
                : MESSAGES.text(
                        "signed.of", signed.signers().size(), signed.playbook().signatures(), signed.devices());
    }

    /// All that is signed.
    static Facts said(Playbook playbook) {
        Facts facts = new Facts();
        PlaybookWords.facts(playbook, Words::moment).forEach(fact -> facts.add(fact.name(), fact.value()));
        return facts;
    }

    private static Section did(List<PlaybookCase> runs, Instant moment) {
        VBox all = new VBox();
        all.getStyleClass().add("lines");
        if (runs.isEmpty()) {
            all.getChildren().add(WrappedLabel.muted(MESSAGES.text("did.none")));
        }
        runs.reversed().forEach(one -> all.getChildren().add(run(one, moment)));
        return new Section(MESSAGES.text("did"), all);
    }

    private static Node run(PlaybookCase one, Instant moment) {
        PlaybookRun run = one.run();
        Facts facts = new Facts()
                .add(MESSAGES.text("run.at"), Words.moment(run.at()))
                .add(MESSAGES.text("run.done"), StandingWords.done(one))
                .add(MESSAGES.text("run.touched"), String.join(", ", run.credentials()))
                .add(
                        MESSAGES.text("run.remark"),
                        run.review().map(PlaybookRun.Review::remark).orElse(""));
        VBox box = new VBox(
                new WrappedLabel(MESSAGES.text("run", run.plan(), run.because())),
                StandingWords.review(run, moment),
                facts);
        box.getStyleClass().addAll("card-box", "lines");
        return box;
    }

    private void show(Optional<Content<List<Match>>> review) {
        now.getChildren().setAll(review.stream().map(PlaybookView::matches).toList());
    }

    private static Node matches(Content<List<Match>> content) {
        return switch (content) {
            case Content.Loading<?> _ -> Placeholder.busy(MESSAGES.text("reviewing"));
            case Content.Failed<?>(Failure failure) ->
                Placeholder.failed(MESSAGES.text("review.failed"), failure.sentence());
            case Content.Ready<List<Match>>(List<Match> found) -> matches(found);
        };
    }

    static VBox matches(List<Match> found) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight-lines");
        PlaybookWords.of(found).forEach(words -> lines.getChildren().add(new WrappedLabel(words)));
        if (!found.isEmpty()) {
            lines.getChildren().add(WrappedLabel.muted(MESSAGES.text("now.aside")));
        }
        return lines;
    }
}
