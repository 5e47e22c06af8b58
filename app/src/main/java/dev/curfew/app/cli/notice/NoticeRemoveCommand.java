package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.notice.CarrierStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Has notices go there no longer.
@Command(name = "remove")
public final class NoticeRemoveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "notice.name")
    private String name = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public NoticeRemoveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        CarrierStatus removed = officer.run(
                invocation.terminal(), login -> invocation.desk().notices().remove(login, name));
        invocation.printer().list(CarrierListing.LISTING, List.of(removed));
        return ExitCode.DONE;
    }
}
