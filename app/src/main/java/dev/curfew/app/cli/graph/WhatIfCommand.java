package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.graph.whatif.WhatIf;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.see.Hops;
import dev.curfew.app.cli.see.StartOptions;
import dev.curfew.app.cli.use.UseOptions;
import dev.curfew.app.cli.use.UseTold;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells what planned changes would do to a reach, and what they would break. Nothing is changed.
@Command(name = "what-if")
public final class WhatIfCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(WhatIfCommand.class);

    private final Invocation invocation;

    @Mixin
    private final PlannedOptions planned = new PlannedOptions();

    @Option(names = "--of", paramLabel = "ID", descriptionKey = "what-if.of")
    private List<String> of = List.of();

    @Mixin
    private final StartOptions several = new StartOptions();

    @Mixin
    private final UseOptions use = new UseOptions();

    public WhatIfCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Estate estate = invocation.desk().estate();
        List<PlannedChange> changes = planned.changes(estate);
        List<PlannedChange> impossible = WhatIf.impossible(estate.current(), changes);
        if (changes.isEmpty() || !impossible.isEmpty()) {
            throw new Refused(
                    impossible.isEmpty()
                            ? MESSAGES.text("what-if.nothing")
                            : MESSAGES.text("what-if.impossible", impossible.getFirst()));
        }
        WhatIf whatIf = WhatIf.of(invocation.desk().reach().access(), changes);
        Set<EntityId> starts = of.isEmpty() && !several.given()
                ? new TreeSet<>(whatIf.concerned())
                : new TreeSet<>(several.among(invocation, of));
        Map<EntityId, UseTold> used =
                use.of(invocation, whatIf.breaking().stream().map(Consumer::who).toList());
        List<Effect> effects = effects(whatIf, starts, used);
        invocation.list(listing(new Hops(estate.current())), effects);
        used.forEach((of, told) -> told.sentences(of).forEach(invocation.printer()::note));
        long lost = count(effects, Effect.Outcome.LOST);
        long gained = count(effects, Effect.Outcome.GAINED);
        long residual = count(effects, Effect.Outcome.RESIDUAL);
        invocation.printer().note(MESSAGES.text("what-if.sum", lost + residual, gained + residual, lost, residual));
        return ExitCode.DONE;
    }

    private static Listing<Effect> listing(Hops hops) {
        return new Listing<>(
                "curfew.what-if/1",
                List.of(
                        Column.of(MESSAGES.text("effect"), Effect::word),
                        Column.whole(MESSAGES.text("id"), effect -> effect.id().text()),
                        Column.of(MESSAGES.text("detail"), effect -> effect.detail(hops))),
                effect -> effect.json(hops),
                MESSAGES.text("what-if.none"));
    }

    private static List<Effect> effects(WhatIf whatIf, Set<EntityId> starts, Map<EntityId, UseTold> used) {
        List<Effect> effects = new ArrayList<>();
        for (Consumer consumer : whatIf.breaking()) {
            effects.add(new Effect.Breaks(consumer, used.get(consumer.who())));
        }
        whatIf.gained(starts).forEach(it -> effects.add(new Effect.Reach(Effect.Outcome.GAINED, it)));
        whatIf.lost(starts).forEach(it -> effects.add(new Effect.Reach(Effect.Outcome.LOST, it)));
        whatIf.residual(starts).forEach(it -> effects.add(new Effect.Reach(Effect.Outcome.RESIDUAL, it)));
        return effects;
    }

    private static long count(List<Effect> effects, Effect.Outcome outcome) {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.Reach reach && reach.outcome() == outcome)
                .count();
    }
}
