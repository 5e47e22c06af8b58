package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.officer.Believed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the uses of a path in earnest.
@Command(name = "uses")
public final class UsesCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "break-glass.name")
    private String name = "";

    @Option(names = "--fail-on-overdue")
    private boolean failOnOverdue;

    public UsesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Believed<PathUse> kept = invocation.desk().emergencyUses().kept(name);
        invocation.printer().list(UseListing.of(invocation.clock().instant()), kept);
        boolean overdue = kept.all().stream()
                .anyMatch(use -> use.isOverdue(invocation.clock().instant()));
        return !kept.doubts().isEmpty() || (failOnOverdue && overdue) ? ExitCode.REFUSED : ExitCode.DONE;
    }
}
