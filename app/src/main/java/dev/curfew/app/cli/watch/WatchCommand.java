package dev.curfew.app.cli.watch;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.governance.issue.Closure;
import dev.curfew.model.governance.Window;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.after.Returned;
import dev.curfew.revocation.run.Revived;
import dev.curfew.revocation.timebox.Boxed;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Ends what its source does not end by itself, when its time is over, until it is stopped. Between two looks others
/// have the workspace; where they have it, this one looks later. Whoever has it is alone: two never end one window. Of
/// several that watch one does, and the others wait. Looks after what was revoked as well, and raises an alarm where it
/// is good again. What else happens it tells, and does about it what a playbook in force says, and nothing else.
@Command(name = "watch")
public final class WatchCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(WatchCommand.class);

    /// A source that says no is not asked in a loop.
    private static final Duration LEAST = Duration.ofMillis(500);

    private final Invocation invocation;
    private final Set<String> overdue = new HashSet<>();
    private final Set<String> unended = new HashSet<>();

    @Option(names = "--every", paramLabel = "TIME", converter = DurationText.class, defaultValue = "10s")
    private Duration every = Duration.ZERO;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--revoked-every", paramLabel = "TIME", converter = DurationText.class, defaultValue = "5m")
    private Duration revokedEvery = Duration.ZERO;

    private Instant lookAgainAt = Instant.MIN;
    private boolean alarm;

    private boolean undone;
    private final Reacting reacting;

    public WatchCommand(Invocation invocation) {
        this.invocation = invocation;
        reacting = new Reacting(invocation::printer, invocation.clock());
    }

    @Override
    public Integer call() throws InterruptedException {
        Standby standby = new Standby(invocation, every);
        try (Telling telling = new Telling(invocation)) {
            while (true) {
                Duration pause = look(telling, standby);
                if (once) {
                    boolean told = telling.finish();
                    return alarm || undone || !told ? ExitCode.REFUSED : ExitCode.DONE;
                }
                Thread.sleep(pause);
            }
        }
    }

    /// @return for how long nothing is expected to be due
    private Duration look(Telling telling, Standby standby) throws InterruptedException {
        try {
            if (!once && !isOurs(standby)) {
                return Standby.LOOKS_EVERY;
            }
            Desk desk = invocation.desk();
            desk.runs().sweep().forEach(report -> note("abandoned", report.window()));
            desk.exceptions().endDue().forEach(request -> say("timed-out", request.id(), ""));
            desk.windows().closeDue().forEach(closure -> {
                if (closure.closed()) {
                    note("closed", closure.window());
                } else if (overdue.add(closure.window().id())) {
                    note("overdue", closure.window());
                }
            });
            desk.timeBoxes().endDue().forEach(this::tellEnd);
            desk.windows().closeUnused().forEach(this::tellUnused);
            lookAgain(desk.revocations());
            undone = reacting.look(desk.playbooks());
            telling.round(desk);
            if (!once) {
                // This look may have taken longer than others wait.
                standby.watch();
            }
            return pause(ends(desk));
        } catch (WorkspaceException e) {
            if (once || e.kind() != WorkspaceException.Kind.LOCKED) {
                throw e;
            }
            return LEAST;
        } finally {
            invocation.lend();
        }
    }

    /// Seen again with the workspace open: then nobody else can take it.
    private boolean isOurs(Standby standby) {
        if (standby.waits()) {
            return false;
        }
        invocation.desk();
        if (standby.waits()) {
            return false;
        }
        standby.watch();
        return true;
    }

    private void tellEnd(Boxed boxed) {
        String access = boxed.box().access().text();
        if (!boxed.awaitsEnd()) {
            say("timebox.ended", boxed.id(), access, boxed.said());
        } else if (overdue.add(boxed.id())) {
            say("timebox.overdue", boxed.id(), access, boxed.said());
        }
    }

    private void tellUnused(Closure closure) {
        if (closure.closed()) {
            note("unused", closure.window());
        } else if (unended.add(closure.window().id())) {
            note("unused.not-ended", closure.window());
        }
    }

    private void lookAgain(Revocations revocations) throws InterruptedException {
        if (invocation.clock().instant().isBefore(lookAgainAt)) {
            return;
        }
        lookAgainAt = invocation.clock().instant().plus(revokedEvery);
        try {
            revocations.lookAgain().forEach(this::tellRevived);
        } finally {
            // What hinders a source hinders not this.
            List<Returned> returned = revocations.lookForReturned();
            returned.forEach(this::tellReturned);
            alarm = !returned.isEmpty();
        }
        List<Revived> standing = revocations.revived();
        alarm |= !standing.isEmpty();
        if (once) {
            standing.forEach(
                    revived -> say("revived.stands", revived.credential().text(), revived.planId()));
        }
    }

    private void tellRevived(Revived revived) {
        fail(
                "revived",
                revived.credential().text(),
                revived.planId(),
                ModelWords.time(revived.goneAt()),
                revived.listing().detail());
    }

    private void tellReturned(Returned one) {
        fail("returned", one.what().text(), one.identity(), one.planId());
    }

    /// Of what is still to end.
    private static Stream<Instant> ends(Desk desk) {
        return Stream.concat(
                desk.windows().list().stream().filter(Window::isOpen).map(Window::endsAt),
                desk.timeBoxes().all().stream()
                        .filter(Boxed::awaitsEnd)
                        .map(boxed -> boxed.box().until()));
    }

    private Duration pause(Stream<Instant> ends) {
        Instant now = invocation.clock().instant();
        List<Duration> ahead = ends.map(end -> Duration.between(now, end))
                .filter(Duration::isPositive)
                .toList();
        Duration pause = ahead.stream().reduce(every, (one, other) -> one.compareTo(other) < 0 ? one : other);
        return pause.compareTo(LEAST) < 0 ? LEAST : pause;
    }

    private void note(String key, Window window) {
        say(key, window.id(), window.credential().text());
    }

    private void fail(String key, Object... arguments) {
        invocation.printer().failure(MESSAGES.text(key, arguments));
    }

    private void say(String key, Object... arguments) {
        invocation.printer().note(MESSAGES.text(key, arguments));
    }
}
