package dev.curfew.app.cli.timeline;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.Since;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.cli.see.Named;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Timeline;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what an identity or a credential did since a moment.
@Command(name = "timeline")
public final class TimelineCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(TimelineCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "ID", descriptionKey = "entity")
    private String id = "";

    @Option(names = "--since", paramLabel = "TIME", required = true)
    private String since = "";

    public TimelineCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instant from = Since.of(since, invocation.clock().instant());
        EntityId who = Named.in(invocation.desk().estate(), id);
        Timeline timeline =
                invocation.working(progress -> invocation.desk().timelines().of(who, from, progress));
        invocation.list(TimelineListing.of(timeline), timeline.deeds());
        notes(timeline, from);
        return ExitCode.DONE;
    }

    private void notes(Timeline timeline, Instant from) {
        long secrets = timeline.deeds().stream()
                .filter(it -> it.kind() == DeedKind.READ_SECRET && it.succeeded())
                .map(Deed::target)
                .distinct()
                .count();
        if (secrets > 0) {
            invocation.printer().note(MESSAGES.text("rotate", secrets));
        }
        invocation
                .printer()
                .note(
                        timeline.from().isEmpty()
                                ? MESSAGES.text("record.empty", timeline.record())
                                : MESSAGES.text(
                                        timeline.covers(from) ? "record.whole" : "record.short",
                                        timeline.record(),
                                        ModelWords.time(timeline.from().get())));
        timeline.limits().forEach(gap -> invocation.printer().note(MESSAGES.text("gap", gap)));
    }
}
