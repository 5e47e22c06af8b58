package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.NoticeEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has notices go somewhere.
@Command(name = "add")
public final class NoticeAddCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "notice.name")
    private String name = "";

    @Mixin
    private final WayOptions way = new WayOptions();

    @Option(names = "--on", paramLabel = "EVENT", split = ",", converter = EventText.class)
    private List<NoticeEvent> events = List.of();

    @Option(names = "--for", paramLabel = "OFFICER")
    private String reaches = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public NoticeAddCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<NoticeEvent> wanted = events.isEmpty() ? EnumSet.allOf(NoticeEvent.class) : EnumSet.copyOf(events);
        wanted.add(NoticeEvent.TEST);
        Carrier carrier = new Carrier(name, way.way(), wanted, reaches);
        try (Secret secret = way.secret()) {
            return officer.list(
                    invocation,
                    CarrierListing.LISTING,
                    login -> invocation.desk().notices().add(login, carrier, secret));
        }
    }
}
