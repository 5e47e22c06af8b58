package dev.curfew.app.cli.watch;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.app.usecase.playbook.Reactions;
import dev.curfew.app.usecase.playbook.Untold;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.reaction.Reacted;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What happened since the last look sets off what playbooks say, and is told.
final class Reacting {
    private static final Messages MESSAGES = Messages.of(Reacting.class);

    /// More findings at one look for which there is no playbook are counted: all of them are in the console.
    private static final int TOLD_MAX = 20;

    private final Supplier<Printer> printer;
    private final Reactions reactions;
    private final Untold untold = new Untold();
    private final Set<String> doubted = new HashSet<>();

    Reacting(Supplier<Printer> printer, InstantSource clock) {
        this.printer = printer;
        reactions = new Reactions(clock);
    }

    /// What is in doubt is told first: reacting may take long, and may fail.
    ///
    /// @return whether something was not done that a playbook is for
    boolean look(Playbooks playbooks) throws InterruptedException {
        Look look = new Look();
        try {
            if (reactions.isDue(playbooks)) {
                doubt(playbooks.list().doubts());
                reactions.react(playbooks, look::tell);
            }
        } finally {
            look.end();
        }
        return look.undone;
    }

    /// Once each.
    void doubt(List<String> doubts) {
        doubts.stream().filter(doubted::add).forEach(printer.get()::failure);
    }

    /// What is told at one look, each thing as it happens.
    final class Look {
        private int news;
        private boolean undone;

        void tell(Reacted one) {
            switch (one) {
                case Reacted.Ran ran -> {
                    printer.get().note(words(ran));
                    undone |= !isDone(ran);
                }
                case Reacted.Held(String playbook, Finding finding, String why) ->
                    fail(one, "held", playbook, finding.sentence(), why);
                case Reacted.Stopped(String playbook, Finding finding, String why) ->
                    fail(one, "stopped", playbook, finding.sentence(), why);
                case Reacted.Left(PlaybookRun run, String why) -> fail(one, "left", run.plan(), why);
                case Reacted.Told told -> tell(told);
            }
        }

        private void fail(Reacted one, String key, Object... arguments) {
            undone = true;
            if (untold.isNews(one)) {
                printer.get().failure(MESSAGES.text(key, arguments));
            }
        }

        private void tell(Reacted.Told told) {
            if (untold.isNews(told)) {
                news++;
                if (news <= TOLD_MAX) {
                    printer.get().note(MESSAGES.text("told", told.finding().sentence()));
                }
            }
        }

        /// @return whether something was not done that a playbook is for
        boolean end() {
            if (news > TOLD_MAX) {
                printer.get().note(MESSAGES.text("told.more", news - TOLD_MAX));
            }
            return undone;
        }
    }

    private static boolean isDone(Reacted.Ran ran) {
        return Untold.acted(ran) == ran.report().steps().size();
    }

    private static String words(Reacted.Ran ran) {
        return MESSAGES.text(
                ran.again() ? "went-on" : "ran",
                ran.run().playbook(),
                ran.run().because(),
                Untold.acted(ran),
                ran.report().steps().size(),
                String.join(", ", ran.run().credentials()),
                ran.run().plan());
    }
}
