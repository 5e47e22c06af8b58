package dev.curfew.app.cli.watch;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.PlaybookRun;
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

    /// More findings at one look for which there is no playbook are counted: all of them are in the console.
    private static final int TOLD_MAX = 20;

    private final Supplier<Printer> printer;
    private final InstantSource clock;
    private final Set<Said> said = new HashSet<>();
    private final Set<String> doubted = new HashSet<>();
    private long happened = -1;
    private Instant lookAgainAt = Instant.MIN;

    /// What is told once, whatever its words are by then: those of a risk change with every point that it falls.
    ///
    /// @param playbook that did not do it; empty where there is none
    /// @param why it did not
    /// @param about what was found, or the run that was left
    private record Said(String key, String playbook, String why, List<Object> about) {
        static Said of(String key, String playbook, String why, Finding finding) {
            return new Said(
                    key,
                    playbook,
                    why,
                    List.of(finding.rule(), finding.variant(), String.valueOf(finding.entity()), finding.occasions()));
        }
    }

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
        doubt(playbooks.list().doubts());
        boolean undone = tell(playbooks.react());
        happened = playbooks.happened();
        lookAgainAt = now.plus(AT_LEAST_EVERY);
        return undone;
    }

    /// Once each.
    void doubt(List<String> doubts) {
        doubts.stream().filter(doubted::add).forEach(printer.get()::failure);
    }

    /// @return as [#look]
    boolean tell(List<Reacted> all) {
        int news = 0;
        boolean undone = false;
        for (Reacted one : all) {
            switch (one) {
                case Reacted.Ran ran -> {
                    printer.get().note(words(ran));
                    undone |= !isDone(ran);
                }
                case Reacted.Held(String playbook, Finding finding, String why) -> {
                    fail(Said.of("held", playbook, why, finding), playbook, finding.sentence(), why);
                    undone = true;
                }
                case Reacted.Stopped(String playbook, Finding finding, String why) -> {
                    fail(Said.of("stopped", playbook, why, finding), playbook, finding.sentence(), why);
                    undone = true;
                }
                case Reacted.Left(PlaybookRun run, String why) -> {
                    fail(new Said("left", run.playbook(), why, List.of(run.plan())), run.plan(), why);
                    undone = true;
                }
                case Reacted.Told(Finding finding) -> news += tell(finding, news);
            }
        }
        if (news > TOLD_MAX) {
            printer.get().note(MESSAGES.text("told.more", news - TOLD_MAX));
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

    private void fail(Said what, Object... arguments) {
        if (said.add(what)) {
            printer.get().failure(MESSAGES.text(what.key(), arguments));
        }
    }

    /// @param before how many were new at this look before it
    /// @return 1 if it is new
    private int tell(Finding finding, int before) {
        if (!said.add(Said.of("told", "", "", finding))) {
            return 0;
        }
        if (before < TOLD_MAX) {
            printer.get().note(MESSAGES.text("told", finding.sentence()));
        }
        return 1;
    }
}
