package dev.curfew.app.cli.timebox;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.BoxPlan;
import java.util.ArrayList;
import java.util.List;

/// What a person has to know of an end before it is put on.
final class BoxPlanWords {
    private static final Messages MESSAGES = Messages.of(BoxPlanWords.class);

    private BoxPlanWords() {}

    static String enforced(Enforcement enforcement) {
        return MESSAGES.text(enforcement.byTarget() ? "enforced.target" : "enforced.weak", enforcement.by());
    }

    static List<String> notes(BoxPlan plan) {
        List<String> notes = new ArrayList<>();
        notes.add(MESSAGES.text("how", plan.boxable().how()));
        if (plan.boxable().held() && !plan.enforcement().byTarget()) {
            notes.add(MESSAGES.text("beyond", plan.enforcement().reason()));
        }
        if (!plan.lost().isEmpty()) {
            notes.add(MESSAGES.text("lost.named", ModelWords.some(plan.lost())));
        }
        if (!plan.complete()) {
            notes.add(MESSAGES.text("incomplete"));
        }
        if (!plan.affected().isEmpty()) {
            notes.add(MESSAGES.text("affected", plan.affected().size(), ModelWords.some(plan.affected())));
        }
        plan.goesOn().forEach(words -> notes.add(MESSAGES.text("goes-on", words)));
        notes.add(plan.owner().isEmpty() ? MESSAGES.text("owner.none") : MESSAGES.text("owner", plan.owner()));
        String only =
                plan.access().part().map(part -> " --only " + part.nativeId()).orElse("");
        notes.add(MESSAGES.text(
                "apply", plan.digest(), plan.access().subject().text() + only, ModelWords.time(plan.until())));
        return notes;
    }
}
