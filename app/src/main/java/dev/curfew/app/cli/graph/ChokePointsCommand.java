package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.query.Chokes;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.AtLeastOne;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.see.Hops;
import dev.curfew.app.cli.see.StartOptions;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the single steps without which an identity or a credential would reach less.
@Command(name = "choke-points")
public final class ChokePointsCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ChokePointsCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "entity")
    private List<String> ids = List.of();

    @Mixin
    private final StartOptions several = new StartOptions();

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit", converter = AtLeastOne.class)
    private int limit = 20;

    @Mixin
    private final WeightOptions weights = new WeightOptions();

    public ChokePointsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<EntityId> starts = several.among(invocation, ids);
        List<Choke> chokes = new Chokes(invocation.desk().reach().access(), weights.weighting()).of(starts);
        invocation.list(
                listing(new Hops(invocation.desk().estate().current())),
                chokes.stream().filter(Choke::holdsSeveral).limit(limit).toList());
        return ExitCode.DONE;
    }

    private static Listing<Choke> listing(Hops hops) {
        return new Listing<>(
                "curfew.choke-points/1",
                List.of(
                        Column.of(MESSAGES.text("weight"), choke -> Long.toString(choke.weight())),
                        Column.of(MESSAGES.text("lost"), choke -> Integer.toString(choke.lost())),
                        Column.whole(
                                MESSAGES.text("from"),
                                choke -> choke.step().from().text()),
                        Column.of(
                                MESSAGES.text("step"),
                                choke -> hops.words(choke.step().hops()))),
                choke -> json(hops, choke),
                MESSAGES.text("choke-points.none"));
    }

    private static Map<String, @Nullable Object> json(Hops hops, Choke choke) {
        return new Fields()
                .put("from", choke.step().from().text())
                .put("to", choke.step().to().text())
                .put("kind", choke.step().label().kind().name())
                .put("certainty", choke.step().certainty().name())
                .put("lost", choke.lost())
                .put("weight", choke.weight())
                .put("path", hops.json(choke.step().hops()))
                .map();
    }
}
