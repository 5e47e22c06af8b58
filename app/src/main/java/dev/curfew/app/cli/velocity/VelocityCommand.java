package dev.curfew.app.cli.velocity;

import dev.curfew.analysis.velocity.Movement;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.usecase.velocity.VelocityDay;
import dev.curfew.app.usecase.velocity.VelocityQuery;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Counts what was created, changed, reviewed and revoked, by day.
@Command(name = "velocity")
public final class VelocityCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(VelocityCommand.class);

    private static final Listing<VelocityDay> LISTING = new Listing<>(
            "curfew.velocity/1",
            List.of(
                    Column.whole(MESSAGES.text("day"), day -> day.date().toString()),
                    Column.of(MESSAGES.text("created"), day -> words(day, Movement::created)),
                    Column.of(MESSAGES.text("changed"), day -> words(day, Movement::changed)),
                    Column.of(MESSAGES.text("gone"), day -> words(day, Movement::gone)),
                    Column.of(MESSAGES.text("reviewed"), day -> Integer.toString(day.reviewed())),
                    Column.of(MESSAGES.text("revoked"), day -> Integer.toString(day.revoked())),
                    Column.of(MESSAGES.text("read"), VelocityCommand::read)),
            VelocityCommand::json,
            MESSAGES.text("velocity.none"));

    private final Invocation invocation;

    @Option(names = "--days", paramLabel = "N", defaultValue = "14")
    private int days;

    public VelocityCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > VelocityQuery.DAYS_MAX) {
            throw new UsageProblem(MESSAGES.text("days", days, VelocityQuery.DAYS_MAX));
        }
        List<VelocityDay> all = invocation.desk().velocity().of(days);
        invocation.list(LISTING, all);
        if (all.stream().anyMatch(day -> day.compared().moved().isEmpty())) {
            invocation.printer().note(MESSAGES.text("unknown.note"));
        }
        return ExitCode.DONE;
    }

    private static String words(VelocityDay day, ToIntFunction<Movement> which) {
        return day.compared()
                .moved()
                .map(it -> Integer.toString(which.applyAsInt(it)))
                .orElseGet(() -> MESSAGES.text("unknown"));
    }

    private static String read(VelocityDay day) {
        String scopes = MESSAGES.text(
                "scopes", day.compared().compared(), day.compared().scopes());
        return day.since()
                .map(since -> MESSAGES.text(
                        "since", scopes, since.atOffset(ZoneOffset.UTC).toLocalDate()))
                .orElse(scopes);
    }

    private static Map<String, @Nullable Object> json(VelocityDay day) {
        Movement moved = day.compared().movement();
        Instant since = day.since().orElse(null);
        return new Fields()
                .put("day", day.date().toString())
                .put("created", moved == null ? null : moved.created())
                .put("changed", moved == null ? null : moved.changed())
                .put("gone", moved == null ? null : moved.gone())
                .put("reviewed", day.reviewed())
                .put("revoked", day.revoked())
                .put("scopesCompared", day.compared().compared())
                .put("scopes", day.compared().scopes())
                .put("movedSince", since)
                .map();
    }
}
