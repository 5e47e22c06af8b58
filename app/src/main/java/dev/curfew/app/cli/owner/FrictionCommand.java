package dev.curfew.app.cli.owner;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.people.Spread;
import dev.curfew.model.people.Waits;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists how long those who asked for approval waited.
@Command(name = "friction")
public final class FrictionCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(FrictionCommand.class);

    private static final Listing<Row> LISTING = new Listing<>(
            "curfew.friction/1",
            List.of(
                    Column.whole(MESSAGES.text("list"), Row::source),
                    Column.of(MESSAGES.text("team"), row -> orAll(row.waits().team())),
                    Column.of(MESSAGES.text("role"), row -> orAll(row.waits().role())),
                    Column.of(
                            MESSAGES.text("asked"),
                            row -> Long.toString(row.waits().asked())),
                    Column.of(
                            MESSAGES.text("open"),
                            row -> Long.toString(row.waits().open())),
                    Column.of(MESSAGES.text("median"), row -> row.time(Spread::median)),
                    Column.of(MESSAGES.text("ninetieth"), row -> row.time(Spread::ninetieth)),
                    Column.of(MESSAGES.text("longest"), row -> row.time(Spread::longest)),
                    Column.of(
                            MESSAGES.text("from"),
                            row -> ModelWords.time(row.waits().first())),
                    Column.of(
                            MESSAGES.text("to"),
                            row -> ModelWords.time(row.waits().last()))),
            FrictionCommand::json,
            MESSAGES.text("friction.none"));

    private final Invocation invocation;

    @Option(names = "--team", paramLabel = "TEAM")
    private @Nullable String team;

    @Option(names = "--role", paramLabel = "ROLE")
    private @Nullable String role;

    private record Row(String source, Waits waits) {
        String time(Function<Spread, Duration> which) {
            Spread spread = waits.spread();
            return spread == null ? "" : words(which.apply(spread));
        }

        @Nullable
        Duration duration(Function<Spread, Duration> which) {
            Spread spread = waits.spread();
            return spread == null ? null : which.apply(spread);
        }
    }

    public FrictionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<Row> rows = invocation.desk().estate().current().snapshot().resources().stream()
                .flatMap(FrictionCommand::row)
                .filter(row -> team == null || team.equals(row.waits().team()))
                .filter(row -> role == null || role.equals(row.waits().role()))
                .sorted(Comparator.comparing(Row::source)
                        .thenComparing(row -> row.waits().team())
                        .thenComparing(row -> row.waits().role()))
                .toList();
        invocation.list(LISTING, rows);
        return ExitCode.DONE;
    }

    private static Stream<Row> row(Resource fact) {
        return Waits.of(fact).map(waits -> new Row(fact.source().value(), waits)).stream();
    }

    private static String orAll(String name) {
        return name.isEmpty() ? MESSAGES.text("all") : name;
    }

    private static String words(Duration time) {
        if (time.toDays() > 0) {
            return MESSAGES.text("time.days", time.toDays(), time.toHoursPart());
        }
        return time.toHours() > 0
                ? MESSAGES.text("time.hours", time.toHours(), time.toMinutesPart())
                : MESSAGES.text("time.minutes", time.toMinutes(), time.toSecondsPart());
    }

    private static Map<String, @Nullable Object> json(Row row) {
        Waits waits = row.waits();
        return new Fields()
                .put("source", row.source())
                .put("team", waits.team().isEmpty() ? null : waits.team())
                .put("role", waits.role().isEmpty() ? null : waits.role())
                .put("asked", waits.asked())
                .put("decided", waits.decided())
                .put("open", waits.open())
                .put("medianSeconds", row.duration(Spread::median))
                .put("ninetiethSeconds", row.duration(Spread::ninetieth))
                .put("longestSeconds", row.duration(Spread::longest))
                .put("firstAsked", waits.first())
                .put("lastAsked", waits.last())
                .map();
    }
}
