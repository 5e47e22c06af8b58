package dev.curfew.app.console.screen.rotation;

import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.CutReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of a cut is not as it should be.
final class CutWords {
    private static final Messages MESSAGES = Messages.of(CutWords.class);

    private CutWords() {}

    /// Empty: the old one is proved refused, and the new one was accepted or not tried.
    static String told(CutReport report) {
        List<String> sentences = new ArrayList<>();
        if (report.steps().stream().anyMatch(step -> !step.record().state().isDone())) {
            sentences.add(MESSAGES.text("told.steps", report.rotation().id()));
        }
        report.steps().stream()
                .flatMap(step -> step.proof().stream())
                .flatMap(proof -> complaint(proof).stream())
                .distinct()
                .forEach(sentences::add);
        report.fresh()
                .filter(outcome -> !(outcome instanceof ProbeOutcome.Accepted))
                .ifPresent(outcome -> sentences.add(MESSAGES.text("told.fresh", outcome.detail())));
        return String.join(" ", sentences);
    }

    private static Optional<String> complaint(Proof proof) {
        return switch (proof) {
            case Proof.Proved _, Proof.ProvedAfter _ -> Optional.empty();
            case Proof.StillWorks _ -> Optional.of(MESSAGES.text("told.works"));
            case Proof.NotProvable it -> Optional.of(MESSAGES.text("told.unproved", it.reason()));
            case Proof.Indeterminate it -> Optional.of(MESSAGES.text("told.unproved", it.reason()));
        };
    }
}
