package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.query.Explanations;
import dev.curfew.analysis.graph.query.Path;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.see.Hops;
import dev.curfew.app.cli.see.Named;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the ways from one thing to another.
@Command(name = "paths")
public final class PathsCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PathsCommand.class);

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "FROM", descriptionKey = "entity")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", descriptionKey = "entity")
    private String to = "";

    @Option(names = "-k", paramLabel = "N", descriptionKey = "paths.k")
    private int max = 3;

    @Option(names = "--different", descriptionKey = "paths.different")
    private boolean different;

    public PathsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (max < 1 || max > Explanations.MAX) {
            throw new Refused(MESSAGES.text("paths.max", Explanations.MAX));
        }
        Estate estate = invocation.desk().estate();
        EntityId start = Named.in(estate, from);
        EntityId end = Named.in(estate, to);
        Explanations explanations =
                new Explanations(invocation.desk().reach().access().from(List.of(start)));
        invocation.list(
                listing(new Hops(estate.current())),
                different ? explanations.different(start, end, max) : explanations.shortest(start, end, max));
        return ExitCode.DONE;
    }

    private static Listing<Path> listing(Hops hops) {
        return new Listing<>(
                "curfew.paths/1",
                List.of(
                        Column.of(MESSAGES.text("certainty"), path -> Hops.lower(path.certainty())),
                        Column.of(
                                MESSAGES.text("steps"),
                                path -> Integer.toString(path.steps().size())),
                        Column.whole(MESSAGES.text("path"), path -> hops.words(path.hops()))),
                path -> json(hops, path),
                MESSAGES.text("paths.none"));
    }

    private static Map<String, @Nullable Object> json(Hops hops, Path path) {
        return new Fields()
                .put("from", path.from().text())
                .put("to", path.to().text())
                .put("certainty", path.certainty().name())
                .put("steps", path.steps().size())
                .put("path", hops.json(path.hops()))
                .map();
    }
}
