package dev.curfew.app.cli.watch;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.reaction.Reacted;
import dev.curfew.revocation.run.StepReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What happened since the last look sets off what playbooks say, and is told.
final class Reacting {
    private static final Messages MESSAGES = Messages.of(Reacting.class);

    /// Time passes too: an exception is over, a ceiling lets through again.
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);

    /// More findings for which there is no playbook are counted: all of them are in the console.
    private static final int TOLD_MAX = 20;

    private final Supplier<Printer> printer;
    private final InstantSource clock;
    private final Set<String> said = new HashSet<>();
    private long happened = -1;
    private Instant lookAgainAt = Instant.MIN;

    Reacting(Supplier<Printer> printer, InstantSource clock) {
        this.printer = printer;
        this.clock = clock;
    }

    /// @return whether something was not done that a playbook is for
    boolean look(Playbooks playbooks) throws InterruptedException {
        Instant now = clock.instant();
        if (playbooks.happened() == happened && now.isBefore(lookAgainAt)) {
            return false;
        }
        List<Reacted> all = playbooks.react();
        happened = playbooks.happened();
        lookAgainAt = now.plus(AT_LEAST_EVERY);
        int untold = 0;
        boolean undone = false;
        for (Reacted one : all) {
            switch (one) {
                case Reacted.Ran ran -> {
                    printer.get().note(words(ran));
                    undone |= !isDone(ran);
                }
                case Reacted.Held held -> {
                    fail("held", held.playbook(), held.finding().sentence(), held.why());
                    undone = true;
                }
                case Reacted.Stopped stopped -> {
                    fail("stopped", stopped.playbook(), stopped.finding().sentence(), stopped.why());
                    undone = true;
                }
                case Reacted.Left left -> {
                    fail("left", left.run().plan(), left.why());
                    undone = true;
                }
                case Reacted.Told(Finding finding) -> untold += tell(finding);
            }
        }
        if (untold > 0) {
            printer.get().note(MESSAGES.text("told.more", untold));
        }
        return undone;
    }

    private static boolean isDone(Reacted.Ran ran) {
        return !ran.report().cancelled()
                && ran.report().steps().stream().allMatch(step -> step.record().state() == StepState.ACTED);
    }

    private static String words(Reacted.Ran ran) {
        List<StepReport> steps = ran.report().steps();
        long acted = steps.stream()
                .filter(step -> step.record().state() == StepState.ACTED)
                .count();
        return MESSAGES.text(
                ran.again() ? "went-on" : "ran",
                ran.run().playbook(),
                ran.run().because(),
                acted,
                steps.size(),
                String.join(", ", ran.run().credentials()),
                ran.run().plan());
    }

    private void fail(String key, Object... arguments) {
        String sentence = MESSAGES.text(key, arguments);
        if (said.add(sentence)) {
            printer.get().failure(sentence);
        }
    }

    /// @return 1 if it is only counted
    private int tell(Finding finding) {
        String sentence = MESSAGES.text("told", finding.sentence());
        if (said.size() >= TOLD_MAX && !said.contains(sentence)) {
            said.add(sentence);
            return 1;
        }
        if (said.add(sentence)) {
            printer.get().note(sentence);
        }
        return 0;
    }
}
