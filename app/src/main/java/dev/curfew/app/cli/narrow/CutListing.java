package dev.curfew.app.cli.narrow;

import dev.curfew.analysis.narrowing.Cut;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.NarrowPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a plan takes away, a statement each.
final class CutListing {
    private static final Messages MESSAGES = Messages.of(CutListing.class);

    private CutListing() {}

    static Listing<Cut> of(NarrowPlan plan) {
        return new Listing<>(
                "curfew.narrow-plan/1",
                List.of(
                        Column.whole(MESSAGES.text("statement"), Cut::statement),
                        Column.of(MESSAGES.text("allows"), cut -> String.join(", ", cut.before())),
                        Column.whole(MESSAGES.text("leaves"), CutListing::left)),
                cut -> json(cut, plan),
                MESSAGES.text("none"));
    }

    private static String left(Cut cut) {
        return cut.after().isEmpty() ? MESSAGES.text("leaves.nothing") : String.join("; ", cut.after());
    }

    private static Map<String, @Nullable Object> json(Cut cut, NarrowPlan plan) {
        return new Fields()
                .put("policy", plan.policy().text())
                .put("plan", plan.digest())
                .put("statement", cut.statement())
                .put("before", cut.before())
                .put("after", cut.after())
                .put("measuredFrom", plan.from())
                .put("measuredUntil", plan.use().until())
                .put("recordFrom", plan.use().from().orElse(null))
                .put("uses", plan.narrower().exactness().uses())
                .put("askers", plan.use().askers())
                .put("questions", plan.narrower().exactness().questions())
                .put("refusedInHorizon", plan.narrower().exactness().lost().size())
                .put("holders", plan.holders().stream().map(EntityId::text).toList())
                .put("reachBefore", plan.reachBefore())
                .put("reachAfter", plan.reachAfter())
                .put("outOfReach", plan.out().stream().map(EntityId::text).toList())
                .put("notes", plan.narrower().notes())
                .put("gaps", plan.use().gaps())
                .map();
    }
}
