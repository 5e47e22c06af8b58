package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.query.Explanations;
import dev.curfew.analysis.graph.query.Path;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.see.Hops;
import dev.curfew.app.cli.see.Named;
import dev.curfew.app.cli.see.StartOptions;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the ways from one thing to another.
@Command(name = "paths")
public final class PathsCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PathsCommand.class);

    private static final Comparator<Path> SUREST_FIRST = Comparator.comparing(Path::certainty)
            .thenComparingInt(path -> path.steps().size());

    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "paths.ends")
    private List<String> ids = List.of();

    @Mixin
    private final StartOptions several = new StartOptions();

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
            throw new UsageProblem(MESSAGES.text("paths.max", Explanations.MAX));
        }
        List<EntityId> starts = several.among(invocation, ids.subList(0, ids.size() - 1));
        EntityId end = Named.in(invocation.desk().estate(), ids.getLast());
        Explanations explanations =
                new Explanations(invocation.desk().reach().access().from(starts));
        List<Path> paths = starts.stream()
                .flatMap(start -> (different
                                ? explanations.different(start, end, max)
                                : explanations.shortest(start, end, max))
                        .stream())
                .sorted(SUREST_FIRST)
                .limit(max)
                .toList();
        invocation.list(listing(new Hops(invocation.desk().estate().current())), paths);
        return ExitCode.DONE;
    }

    private static Listing<Path> listing(Hops hops) {
        return new Listing<>(
                "curfew.paths/1",
                List.of(
                        Column.of(MESSAGES.text("certainty"), path -> Hops.lower(path.certainty())),
                        Column.of(
                                MESSAGES.text("steps"),
                                path -> Integer.toString(path.hops().size())),
                        Column.whole(MESSAGES.text("path"), path -> hops.words(path.hops()))),
                path -> json(hops, path),
                MESSAGES.text("paths.none"));
    }

    private static Map<String, @Nullable Object> json(Hops hops, Path path) {
        return new Fields()
                .put("from", path.from().text())
                .put("to", path.to().text())
                .put("certainty", path.certainty().name())
                .put("steps", path.hops().size())
                .put("path", hops.json(path.hops()))
                .map();
    }
}
