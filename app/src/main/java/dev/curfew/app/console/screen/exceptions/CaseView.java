package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.ActionRow;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.LiveLabel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.exceptions.adds.AddsView;
import dev.curfew.app.console.screen.exceptions.asking.Asking;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.request.AskedFact;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One request in full: what was asked, what it would add, who decided, how the window stands.
final class CaseView extends VBox {

    private static final Messages MESSAGES = Messages.of(CaseView.class);

    private final VBox adds = new VBox();
    private final boolean draft;
    private final SignInGate gate;

    /// @param review of this very case
    /// @param gate for whoever has to sign in before they approve
    CaseView(
            ExceptionCase one,
            ActionRow buttons,
            ObservableValue<Optional<Content<Review>>> review,
            SignInGate gate,
            ObservableValue<Instant> now) {
        draft = Asking.isDraft(one);
        this.gate = gate;
        getStyleClass().add("inspector-content");
        ExceptionRequest request = one.request();
        Label title = new Label(Words.brief(request.policy().nativeId()));
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        FlowPane chips = new FlowPane(StateWords.chip(one, now.getValue()));
        chips.getStyleClass().add("chips");
        if (one.unsettled()) {
            chips.getChildren().add(Chip.of(Tone.BAD, MESSAGES.text("unsettled")));
        }
        getChildren().addAll(title, chips, buttons);
        one.standing()
                .ifPresent(found -> getChildren()
                        .add(new Banner(
                                Tone.CARE,
                                MESSAGES.text(
                                        "standing.banner", StateWords.standing(one), String.join(", ", found.by())))));
        one.window().ifPresent(window -> getChildren().add(window(one, window, now)));
        getChildren().addAll(asked(request), new Section(MESSAGES.text("adds"), adds));
        if (!one.decisions().isEmpty()) {
            getChildren().add(decisions(one.decisions()));
        }
        // Listens only while it is in a scene: the review goes on to the next case.
        review.when(sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(this::show);
        show(review.getValue());
    }

    private static VBox window(ExceptionCase one, Window window, ObservableValue<Instant> now) {
        LiveLabel left = new LiveLabel(now, moment -> StateWords.window(window, one.there(moment)));
        left.setId("window-countdown");
        left.getStyleClass().add("countdown");
        left.setWrapText(true);
        left.setMinHeight(Region.USE_PREF_SIZE);
        Facts facts = new Facts()
                .add(MESSAGES.text("window.credential"), window.credential().nativeId())
                .add(MESSAGES.text("window.opened"), Words.moment(window.openedAt()))
                .add(MESSAGES.text("window.ends"), Words.moment(window.endsAt()))
                .add(
                        MESSAGES.text("window.covered"),
                        one.cover()
                                .map(other -> MESSAGES.text("window.cover", other.id(), Words.moment(other.endsAt())))
                                .orElse(""))
                .add(MESSAGES.text("window.enforced"), StateWords.enforcement(window.enforcement()))
                .add(MESSAGES.text("window.how"), window.enforcement().reason())
                .add(MESSAGES.text("window.clock"), window.isOpen() ? StateWords.clock(one) : "");
        VBox box = new VBox(left, facts);
        box.getStyleClass().addAll("card-box", "lines");
        return box;
    }

    private static Section asked(ExceptionRequest request) {
        Facts facts = new Facts();
        AskedFact.of(request, Words::moment).forEach(fact -> facts.add(fact.name(), fact.value()));
        Section section = new Section(MESSAGES.text("asked"), facts);
        section.setId("asked");
        return section;
    }

    private static Section decisions(List<Approval> decisions) {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        for (Approval decision : decisions) {
            String words =
                    MESSAGES.text("decision." + decision.decision(), decision.officer(), Words.moment(decision.at()));
            Tone tone = decision.decision() == Approval.Decision.APPROVE ? Tone.GOOD : Tone.PLAIN;
            lines.getChildren().add(Chip.of(tone, words));
        }
        return new Section(MESSAGES.text("decisions"), lines);
    }

    private void show(Optional<Content<Review>> review) {
        adds.getChildren().setAll(review.map(this::adds).orElseGet(() -> {
            Label over = new Label(MESSAGES.text(draft ? "adds.draft" : "adds.over"));
            over.setWrapText(true);
            over.getStyleClass().add("muted");
            return over;
        }));
    }

    private Region adds(Content<Review> content) {
        return switch (content) {
            case Content.Loading<?> _ -> Placeholder.busy(MESSAGES.text("reviewing"));
            case Content.Failed<?>(Failure failure) ->
                Placeholder.failed(MESSAGES.text("review.failed"), failure.sentence());
            case Content.Ready<Review>(Review review) -> {
                Label policies =
                        new Label(MESSAGES.text("policies", review.judgement().words()));
                policies.setWrapText(true);
                VBox both = new VBox(policies);
                if (!review.alternatives().isEmpty()) {
                    both.getChildren().add(alternatives(review.alternatives()));
                }
                gate.banner(review).ifPresent(both.getChildren()::add);
                both.getChildren().add(new AddsView(review.addsNow(), review.checked()));
                both.getStyleClass().add("lines");
                yield both;
            }
        };
    }

    /// Each was asked of the policies: nothing here is a guess.
    private static Section alternatives(List<Alternative> alternatives) {
        Section section = Section.of(
                MESSAGES.text("alternatives"),
                alternatives.stream().map(Alternative::words).toList());
        section.setId("alternatives");
        return section;
    }
}
