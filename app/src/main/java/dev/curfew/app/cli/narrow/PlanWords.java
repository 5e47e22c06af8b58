package dev.curfew.app.cli.narrow;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.NarrowOrder;
import dev.curfew.revocation.narrowing.NarrowPlan;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What a person has to know of a plan besides what it takes away.
final class PlanWords {
    private static final Messages MESSAGES = Messages.of(PlanWords.class);

    private PlanWords() {}

    static List<String> notes(NarrowPlan plan, NarrowOrder order) {
        List<String> notes = new ArrayList<>();
        Duration seen = Duration.between(plan.from(), plan.use().until()).truncatedTo(ChronoUnit.SECONDS);
        notes.add(MESSAGES.text(
                "horizon",
                plan.use().record(),
                ModelWords.time(plan.from()),
                ModelWords.time(plan.use().until()),
                Spans.words(seen)));
        if (!plan.use().covers(order.since())) {
            notes.add(MESSAGES.text("short", ModelWords.time(order.since())));
        }
        notes.add(MESSAGES.text(
                "exact",
                plan.narrower().exactness().uses(),
                plan.narrower().exactness().questions()));
        notes.add(MESSAGES.text(
                "holders",
                plan.holders().size(),
                ModelWords.some(plan.holders()),
                plan.use().askers()));
        notes.add(MESSAGES.text("reach", plan.reachBefore(), plan.reachAfter(), ModelWords.some(plan.out())));
        plan.narrower().notes().forEach(notes::add);
        plan.use().gaps().forEach(gap -> notes.add(MESSAGES.text("gap", gap)));
        notes.add(MESSAGES.text("apply", plan.digest(), plan.policy().text()));
        return notes;
    }
}
