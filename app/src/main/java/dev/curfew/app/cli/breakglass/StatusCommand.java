package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.status.PathStatus;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Passage;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells how break-glass paths stand: custody, drills, who would notice, and of those that are open how long still, who
/// knows, and what was done. Where another process has the workspace open, that one is asked.
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(StatusCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "break-glass.name")
    private String name = "";

    @Option(names = "--follow")
    private boolean follow;

    @Option(names = "--every", paramLabel = "TIME", defaultValue = "2s", converter = DurationText.class)
    private Duration every = Duration.ofSeconds(2);

    private @Nullable Passage passage;
    private List<String> doubts = List.of();

    public StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!every.isPositive()) {
            throw new UsageProblem(MESSAGES.text("status.every"));
        }
        StatusScreen screen = new StatusScreen(invocation, follow);
        try {
            List<PathStatus> paths = look();
            screen.show(paths, invocation.clock().instant());
            doubts.forEach(invocation.printer()::failure);
            while (follow && paths.stream().anyMatch(path -> !path.open().isEmpty())) {
                invocation.lend();
                Thread.sleep(every);
                paths = look();
                screen.show(paths, invocation.clock().instant());
            }
            return ExitCode.DONE;
        } finally {
            if (passage != null) {
                passage.close();
            }
        }
    }

    private List<PathStatus> look() throws InterruptedException {
        try {
            doubts = name.isEmpty() ? invocation.desk().breakGlasses().doubts() : List.of();
            return invocation.desk().emergencyStatuses().list(name);
        } catch (WorkspaceException e) {
            if (e.kind() != WorkspaceException.Kind.LOCKED) {
                throw e;
            }
            Optional<Slip> slip = way().bring(new Errand.Emergencies(name));
            return told(slip.orElseThrow(() -> e));
        }
    }

    private Passage way() {
        Passage known = passage;
        if (known == null) {
            known = invocation.passage();
            passage = known;
        }
        return known;
    }

    private static List<PathStatus> told(Slip slip) {
        if (slip.kind() == Slip.Kind.FOUND) {
            return slip.emergencies();
        }
        throw new Refused(slip.words().isEmpty() ? MESSAGES.text("status.unanswered") : slip.words());
    }
}
