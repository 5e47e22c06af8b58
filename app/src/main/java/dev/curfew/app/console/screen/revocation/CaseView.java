package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.ActionRow;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.LiveLabel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.revocation.preview.PreviewView;
import dev.curfew.app.console.screen.revocation.preview.PreviewWords;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.spool.Spooled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One revocation from plan to proof.
final class CaseView extends VBox {

    private static final Messages MESSAGES = Messages.of(CaseView.class);

    /// @param buttons what may follow
    CaseView(RevocationCase one, ActionRow buttons, ObservableValue<Instant> now) {
        getStyleClass().add("inspector-content");
        Label title = new Label(MESSAGES.text("case.title", one.plan().id()));
        title.getStyleClass().add("inspector-title");
        Label reason = new WrappedLabel(one.plan().reason());
        List<CredentialId> credentials = credentials(one);
        List<Node> parts = new ArrayList<>(List.of(title, reason, stages(Stage.of(one)), buttons));
        one.spooled().map(CaseView::unratified).ifPresent(parts::add);
        one.waiting().map(RevocationDialogs::waiting).ifPresent(parts::add);
        Map<String, Containment> containments = one.containments(now.getValue());
        List<Chip> tally = new ArrayList<>(Tally.of(one, credentials).chips());
        tally.addAll(ContainmentWords.tally(containments.values()));
        if (!tally.isEmpty()) {
            FlowPane chips = new FlowPane(tally.toArray(Node[]::new));
            chips.getStyleClass().add("chips");
            parts.add(chips);
        }
        if (credentials.size() > 1) {
            parts.add(new BoardView(one, credentials));
        }
        credentials.forEach(credential ->
                parts.add(credential(one, credential, Optional.ofNullable(containments.get(credential.text())), now)));
        PreviewWords.unread(one.plan().preview()).ifPresent(words -> parts.add(new Banner(Tone.UNKNOWN, words)));
        parts.add(asked(one));
        getChildren().setAll(parts);
    }

    /// When the provider usually refuses it; empty once that is proved or not, or while something is still to do.
    private static Optional<Instant> due(RevocationCase one, CredentialId credential, Optional<PreviewWords> preview) {
        List<Optional<StepRecord>> records = one.plan().steps().stream()
                .filter(step -> step.credential().equals(credential))
                .map(step -> record(one, step).filter(it -> it.state().isDone()))
                .toList();
        return records.stream().allMatch(Optional::isPresent)
                ? records.getLast()
                        .flatMap(acted ->
                                preview.flatMap(PreviewWords::refusedWithin).map(acted.at()::plus))
                : Optional.empty();
    }

    /// Plan → preview → run → proof, with the one that has been reached.
    private static Node stages(Stage stage) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chips.getChildren()
                .addAll(
                        Chip.of(Tone.GOOD, MESSAGES.text("stage.planned")),
                        switch (stage) {
                            case PLANNED -> Chip.of(Tone.PLAIN, MESSAGES.text("stage.approved.not"));
                            case WAITING -> Chip.of(Tone.CARE, MESSAGES.text("stage.approved.waits"));
                            case UNRATIFIED, BEGUN, TROUBLE, ACTED, PROVED, UNDONE ->
                                Chip.of(Tone.GOOD, MESSAGES.text("stage.approved"));
                        },
                        switch (stage) {
                            case PLANNED, WAITING -> Chip.of(Tone.PLAIN, MESSAGES.text("stage.run.not"));
                            case UNRATIFIED -> Chip.of(Tone.BAD, MESSAGES.text("stage.unratified"));
                            case BEGUN -> Chip.of(Tone.NOTE, MESSAGES.text("stage.begun"));
                            case TROUBLE -> Chip.of(Tone.BAD, MESSAGES.text("stage.trouble"));
                            case ACTED, PROVED -> Chip.of(Tone.GOOD, MESSAGES.text("stage.run"));
                            case UNDONE -> Chip.of(Tone.CARE, MESSAGES.text("stage.undone"));
                        },
                        stage == Stage.PROVED
                                ? Chip.of(Tone.GOOD, MESSAGES.text("stage.proved"))
                                : Chip.of(
                                        stage == Stage.ACTED ? Tone.CARE : Tone.PLAIN,
                                        MESSAGES.text("stage.proved.not")));
        return chips;
    }

    private static Banner unratified(Spooled spooled) {
        String words = MESSAGES.text(
                "unratified",
                spooled.officer(),
                Words.moment(spooled.at()),
                spooled.file(),
                spooled.left().size());
        return new Banner(Tone.BAD, spooled.isWhole() ? words : MESSAGES.text("unratified.cut", words));
    }

    private static List<CredentialId> credentials(RevocationCase one) {
        return one.plan().steps().stream()
                .map(PlannedStep::credential)
                .distinct()
                .toList();
    }

    private static Node credential(
            RevocationCase one,
            CredentialId credential,
            Optional<Containment> containment,
            ObservableValue<Instant> now) {
        Optional<PreviewWords> preview = PreviewWords.of(one.plan(), credential);
        Label id = new Label(credential.nativeId());
        id.getStyleClass().addAll("code", "semibold");
        id.setWrapText(true);
        Label kind = WrappedLabel.muted(preview.map(PreviewWords::about).orElse(""));
        Optional<Proof> proof = one.proofs().stream()
                .filter(it -> it.credential().equals(credential))
                .map(ProofRecord::proof)
                .reduce((_, newer) -> newer);
        VBox box = new VBox(id, kind, new VerdictView(proof, containment));
        box.getStyleClass().addAll("card-box", "lines");
        if (proof.isEmpty()) {
            due(one, credential, preview).map(due -> countdown(due, now)).ifPresent(box.getChildren()::add);
        }
        box.getChildren().add(steps(one, credential));
        box.getChildren().add(attempts(one, credential));
        preview.ifPresent(it -> box.getChildren().add(preview(it)));
        return box;
    }

    private static Label countdown(Instant due, ObservableValue<Instant> now) {
        LiveLabel label = new LiveLabel(
                now,
                moment -> moment.isBefore(due)
                        ? MESSAGES.text("countdown", Words.countdown(Duration.between(moment, due)))
                        : MESSAGES.text("countdown.over", Words.length(Duration.between(due, moment))));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private static Node preview(PreviewWords preview) {
        return new Section(MESSAGES.text("preview"), PreviewView.facts(preview.lines()));
    }

    private static Node steps(RevocationCase one, CredentialId credential) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight-lines");
        one.plan().steps().stream()
                .filter(step -> step.credential().equals(credential))
                .forEach(step -> lines.getChildren().add(step(step, record(one, step))));
        return new Section(MESSAGES.text("steps"), lines);
    }

    private static Optional<StepRecord> record(RevocationCase one, PlannedStep step) {
        return one.steps().stream().filter(it -> it.ordinal() == step.ordinal()).findFirst();
    }

    private static Node step(PlannedStep step, Optional<StepRecord> record) {
        StepState state = record.map(StepRecord::state).orElse(StepState.PLANNED);
        String reversible = MESSAGES.text(step.action().reversible() ? "step.reversible" : "step.final");
        Label words = new Label(MESSAGES.text(
                "step", step.ordinal(), PreviewWords.action(step.action().code()), reversible));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(words, chip(state));
        line.getStyleClass().add("toolbar");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(line);
        record.filter(it -> it.state() != StepState.PLANNED)
                .ifPresent(it -> box.getChildren()
                        .add(WrappedLabel.muted(MESSAGES.text("step.detail", Words.clock(it.at()), it.detail()))));
        return box;
    }

    static Chip chip(StepState state) {
        Tone tone = switch (state) {
            case PLANNED -> Tone.PLAIN;
            case STARTED -> Tone.NOTE;
            case ACTED, SUPERSEDED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case UNCERTAIN -> Tone.UNKNOWN;
            case UNDONE -> Tone.CARE;
        };
        Chip chip = Chip.of(tone, MESSAGES.text("step." + state));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private static Node attempts(RevocationCase one, CredentialId credential) {
        List<ProbeAttempt> attempts = one.attempts().stream()
                .filter(it ->
                        one.plan().steps().get(it.ordinal() - 1).credential().equals(credential))
                .toList();
        VBox lines = new VBox();
        lines.getStyleClass().add("tight-lines");
        for (ProbeAttempt attempt : attempts) {
            Label words = new WrappedLabel(ProofWords.attempt(attempt));
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            Chip chip = ProofWords.chip(attempt.outcome());
            chip.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(words, chip);
            line.getStyleClass().add("toolbar");
            line.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren()
                    .addAll(line, WrappedLabel.muted(attempt.outcome().detail()));
        }
        if (attempts.isEmpty()) {
            lines.getChildren().add(WrappedLabel.muted(MESSAGES.text("attempts.none")));
        }
        return new Section(MESSAGES.text("attempts", attempts.size()), lines);
    }

    private static Node asked(RevocationCase one) {
        Facts facts = new Facts()
                .add(MESSAGES.text("case.by"), one.plan().requester())
                .add(MESSAGES.text("case.at"), Words.moment(one.plan().createdAt()))
                .add(MESSAGES.text("case.snapshot"), "#" + one.plan().snapshotNumber());
        for (Approval decision : one.decisions()) {
            facts.add(
                    MESSAGES.text("case.decision." + decision.decision()),
                    MESSAGES.text("case.decided", decision.officer(), Words.moment(decision.at())));
        }
        return new Section(MESSAGES.text("case.asked"), facts);
    }
}
