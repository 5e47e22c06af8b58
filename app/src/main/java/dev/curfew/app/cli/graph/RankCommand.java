package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.query.Ranked;
import dev.curfew.analysis.graph.query.Ranking;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.AtLeastOne;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.see.StartOptions;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ranks all identities by how much they reach.
@Command(name = "rank")
public final class RankCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(RankCommand.class);

    private static final Listing<Ranked> LISTING = new Listing<>(
            "curfew.rank/1",
            List.of(
                    Column.of(MESSAGES.text("certain"), ranked -> Long.toString(ranked.certain())),
                    Column.of(MESSAGES.text("possible"), ranked -> Long.toString(ranked.possible())),
                    Column.of(MESSAGES.text("kind"), Ranked::kind),
                    Column.whole(
                            MESSAGES.text("identity"), ranked -> ranked.id().text())),
            RankCommand::json,
            MESSAGES.text("rank.none"));

    private final Invocation invocation;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit", converter = AtLeastOne.class)
    private int limit = Integer.MAX_VALUE;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "rank.ids")
    private List<String> ids = List.of();

    @Mixin
    private final StartOptions several = new StartOptions();

    @Mixin
    private final WeightOptions weights = new WeightOptions();

    public RankCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<Ranked> ranked = Ranking.of(invocation.desk().reach().access(), weights.weighting());
        Predicate<Ranked> among = among();
        invocation.list(LISTING, ranked.stream().filter(among).limit(limit).toList());
        return ExitCode.DONE;
    }

    /// All, where nobody is named.
    private Predicate<Ranked> among() {
        if (ids.isEmpty() && !several.given()) {
            return _ -> true;
        }
        Set<EntityId> named = Set.copyOf(several.among(invocation, ids));
        return ranked -> named.contains(ranked.id());
    }

    private static Map<String, @Nullable Object> json(Ranked ranked) {
        return new Fields()
                .put("id", ranked.id().text())
                .put("name", ranked.name())
                .put("kind", ranked.kind())
                .put("certain", ranked.certain())
                .put("possible", ranked.possible())
                .map();
    }
}
