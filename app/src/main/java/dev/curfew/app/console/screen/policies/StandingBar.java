package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.usecase.policy.PolicyCheck;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.FlowPane;

/// What is in force, and how far the draft is from taking its place.
final class StandingBar extends FlowPane {

    private static final Messages MESSAGES = Messages.of(StandingBar.class);

    StandingBar() {
        getStyleClass().add("chips");
        setId("policies-standing");
    }

    void show(PoliciesViewModel model, Instant now) {
        getChildren().clear();
        model.content().get().ready().ifPresent(shown -> {
            add(Tone.PLAIN, PolicyWords.inForce(shown.inForce(), now));
            boolean changed = model.draft().isChanged();
            add(changed ? Tone.NOTE : Tone.PLAIN, MESSAGES.text(changed ? "draft.changed" : "draft.same"));
            model.check().get().ifPresent(this::check);
            cases(model.cases().get());
            replay(model.replay().get());
        });
    }

    private void add(Tone tone, String words) {
        getChildren().add(Chip.of(tone, words));
    }

    private void check(PolicyCheck check) {
        int problems = check.inPolicies().size() + check.inCases().size();
        if (problems > 0) {
            add(Tone.BAD, MESSAGES.text("problems", problems));
        } else {
            add(Tone.GOOD, MESSAGES.text("typed", check.rules().size()));
        }
    }

    private void cases(Optional<Content<List<PolicyCases.Result>>> cases) {
        if (cases.isEmpty()) {
            add(Tone.UNKNOWN, MESSAGES.text("cases.not"));
        }
        cases.ifPresent(content -> {
            switch (content) {
                case Content.Loading<?> _ -> add(Tone.NOTE, MESSAGES.text("running"));
                case Content.Failed<?> _ -> add(Tone.BAD, MESSAGES.text("cases.broken"));
                case Content.Ready<List<PolicyCases.Result>>(var found) -> {
                    long failed = found.stream().filter(one -> !one.passed()).count();
                    add(
                            failed == 0 ? Tone.GOOD : Tone.BAD,
                            failed == 0
                                    ? MESSAGES.text("cases.pass", found.size())
                                    : MESSAGES.text("cases.some", failed, found.size()));
                }
            }
        });
    }

    private void replay(Optional<Content<Replay.Result>> replay) {
        if (replay.isEmpty()) {
            add(Tone.UNKNOWN, MESSAGES.text("replay.not"));
        }
        replay.ifPresent(content -> {
            switch (content) {
                case Content.Loading<?> _ -> add(Tone.NOTE, MESSAGES.text("replaying"));
                case Content.Failed<?> _ -> add(Tone.BAD, MESSAGES.text("replay.broken"));
                case Content.Ready<Replay.Result>(var found) ->
                    add(found.changes().isEmpty() ? Tone.GOOD : Tone.CARE, summary(found));
            }
        });
    }

    /// "3 of 214 past decisions change".
    static String summary(Replay.Result replay) {
        return replay.decided() == 0
                ? MESSAGES.text("replay.none")
                : MESSAGES.text("replay.changes", replay.changes().size(), replay.decided());
    }
}
