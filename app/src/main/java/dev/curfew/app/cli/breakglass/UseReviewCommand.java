package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Enters that an officer who took no part in a use has looked at it.
@Command(name = "review")
public final class UseReviewCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "break-glass.name")
    private String name = "";

    @Parameters(index = "1", paramLabel = "USE", descriptionKey = "break-glass.use")
    private String use = "";

    @Option(names = "--remark", paramLabel = "TEXT", required = true)
    private String remark = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public UseReviewCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                UseListing.of(invocation.clock().instant()),
                login -> invocation.desk().emergencyUses().review(login, name, use, remark));
    }
}
