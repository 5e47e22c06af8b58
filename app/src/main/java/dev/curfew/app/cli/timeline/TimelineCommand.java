package dev.curfew.app.cli.timeline;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.cli.see.Named;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Timeline;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
        Instant from = moment();
        EntityId who = Named.in(invocation.desk().estate(), id);
        Timeline timeline =
                invocation.working(progress -> invocation.desk().timelines().of(who, from, progress));
        invocation.list(TimelineListing.of(timeline), timeline.deeds());
        notes(timeline, from);
        return ExitCode.DONE;
    }

    /// A time, or how long ago.
    private Instant moment() {
        try {
            return since.contains("T") && since.contains(":")
                    ? Instant.parse(since)
                    : invocation.clock().instant().minus(new DurationText().convert(since));
        } catch (DateTimeException | TypeConversionException e) {
            throw new UsageProblem(MESSAGES.text("since", since), e);
        }
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
        timeline.gaps().forEach(gap -> invocation.printer().note(MESSAGES.text("gap", gap)));
    }
}
