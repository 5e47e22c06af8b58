package dev.curfew.app.cli.timebox;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.BoxPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an end would do.
final class BoxPlanListing {
    private static final Messages MESSAGES = Messages.of(BoxPlanListing.class);

    static final Listing<BoxPlan> LISTING = new Listing<>(
            "curfew.timebox-plan/1",
            List.of(
                    Column.whole(MESSAGES.text("access"), plan -> plan.access().text()),
                    Column.of(MESSAGES.text("until"), plan -> ModelWords.time(plan.until())),
                    Column.of(MESSAGES.text("enforced"), plan -> BoxPlanWords.enforced(plan.enforcement())),
                    Column.of(
                            MESSAGES.text("lost"),
                            plan -> MESSAGES.text(
                                    "lost.of", plan.reachBefore() - plan.reachAfter(), plan.reachBefore()))),
            BoxPlanListing::json,
            MESSAGES.text("none"));

    private BoxPlanListing() {}

    private static Map<String, @Nullable Object> json(BoxPlan plan) {
        return new Fields()
                .put("subject", plan.access().subject().text())
                .put("only", plan.access().part().map(EntityId::text).orElse(null))
                .put("until", plan.until())
                .put("plan", plan.digest())
                .put("owner", plan.owner())
                .put("targetEnforced", plan.enforcement().byTarget())
                .put("enforcedBy", plan.enforcement().by())
                .put("enforcedWhy", plan.enforcement().reason())
                .put("how", plan.boxable().how())
                .put("goesOn", plan.goesOn())
                .put("reachBefore", plan.reachBefore())
                .put("reachAfter", plan.reachAfter())
                .put("lost", plan.lost().stream().map(EntityId::text).toList())
                .put("affected", plan.affected().stream().map(EntityId::text).toList())
                .put("complete", plan.complete())
                .map();
    }
}
