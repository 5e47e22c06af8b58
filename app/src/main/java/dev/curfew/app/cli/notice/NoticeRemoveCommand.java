package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
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
        return officer.list(
                invocation,
                CarrierListing.LISTING,
                login -> invocation.desk().notices().remove(login, name));
    }
}
