package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.query.Reacher;
import dev.curfew.analysis.graph.query.WhoReaches;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.see.Hops;
import dev.curfew.app.cli.see.Named;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Lists who reaches a resource, or becomes an identity.
@Command(name = "who-reaches")
public final class WhoReachesCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(WhoReachesCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "RESOURCE", descriptionKey = "entity")
    private String id = "";

    public WhoReachesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EntityId target = Named.in(invocation.desk().estate(), id);
        List<Reacher> reachers = new WhoReaches(invocation.desk().reach().access()).of(target);
        invocation.list(listing(new Hops(invocation.desk().estate().current())), reachers);
        return ExitCode.DONE;
    }

    private static Listing<Reacher> listing(Hops hops) {
        return new Listing<>(
                "curfew.who-reaches/1",
                List.of(
                        Column.whole(
                                MESSAGES.text("who"), reacher -> reacher.who().text()),
                        Column.of(MESSAGES.text("kind"), Reacher::kind),
                        Column.of(
                                MESSAGES.text("certainty"),
                                reacher -> Hops.lower(reacher.path().certainty())),
                        Column.of(
                                MESSAGES.text("steps"),
                                reacher ->
                                        Integer.toString(reacher.path().hops().size())),
                        Column.of(
                                MESSAGES.text("path"),
                                reacher -> hops.words(reacher.path().hops()))),
                reacher -> json(hops, reacher),
                MESSAGES.text("who-reaches.none"));
    }

    private static Map<String, @Nullable Object> json(Hops hops, Reacher reacher) {
        return new Fields()
                .put("who", reacher.who().text())
                .put("name", reacher.name())
                .put("kind", reacher.kind())
                .put("certainty", reacher.path().certainty().name())
                .put("steps", reacher.path().hops().size())
                .put("path", hops.json(reacher.path().hops()))
                .map();
    }
}
