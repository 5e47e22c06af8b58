package dev.curfew.app.cli.see;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists what an identity, credential or policy reaches, every hop with the statement that decides it.
@Command(name = "reach")
public final class ReachCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ReachCommand.class);

    private static final Listing<Reached> LISTING = new Listing<>(
            "curfew.reach/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("target"), reached -> reached.target().text()),
                    Column.of(MESSAGES.text("kind"), Reached::kind),
                    Column.of(MESSAGES.text("how"), reached -> lower(reached.how())),
                    Column.of(MESSAGES.text("certainty"), reached -> lower(reached.certainty())),
                    Column.of(MESSAGES.text("sensitivity"), reached -> lower(reached.sensitivity())),
                    Column.of(MESSAGES.text("path"), ReachCommand::path)),
            ReachCommand::json,
            MESSAGES.text("reach.none"));

    /// What makes the listing end with 1.
    enum FailOn {
        administrator
    }

    private final Invocation invocation;

    @Parameters(paramLabel = "ID", descriptionKey = "entity")
    private String id = "";

    @Option(names = "--fail-on", paramLabel = "administrator")
    private @Nullable FailOn failOn;

    public ReachCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Reach reach = invocation.desk().reach().of(entity());
        invocation.list(LISTING, reach.reached());
        if (reach.administrator()) {
            invocation.printer().note(MESSAGES.text("reach.administrator", reach.from()));
        }
        if (!reach.complete()) {
            invocation.printer().note(MESSAGES.text("reach.incomplete"));
        }
        return failOn != null && reach.administrator() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private EntityId entity() {
        return switch (invocation.desk().estate().find(id)) {
            case Lookup.Found found -> found.id();
            case Lookup.Unknown unknown -> throw new Refused(MESSAGES.text("entity.unknown", unknown.text()));
            case Lookup.Ambiguous ambiguous ->
                throw new Refused(MESSAGES.text(
                        "entity.ambiguous",
                        ambiguous.text(),
                        ambiguous.candidates().stream().map(EntityId::text).collect(Collectors.joining(", "))));
        };
    }

    private static String path(Reached reached) {
        return reached.path().stream()
                .map(hop -> MESSAGES.text(
                        "hop", lower(hop.kind()), hop.to().nativeId(), ModelWords.evaluation(hop.decision())))
                .collect(Collectors.joining(" → "));
    }

    private static Map<String, @Nullable Object> json(Reached reached) {
        return new Fields()
                .put("target", reached.target().text())
                .put("name", reached.name())
                .put("kind", reached.kind())
                .put("how", reached.how().name())
                .put("certainty", reached.certainty().name())
                .put("sensitivity", reached.sensitivity().name())
                .put("path", reached.path().stream().map(ReachCommand::json).toList())
                .map();
    }

    private static Map<String, @Nullable Object> json(Hop hop) {
        return new Fields()
                .put("from", hop.from().text())
                .put("to", hop.to().text())
                .put("kind", hop.kind().name())
                .put("actions", hop.actions())
                .put("decision", ModelJson.evaluation(hop.decision()))
                .map();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
