package dev.curfew.revocation.undo;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.catalogue.Revocability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Works out what of a plan can be taken back, from how far it came and what the catalogue says. Pure.
final class Reversals {
    private static final Messages MESSAGES = Messages.of(Reversals.class);

    private final Catalogue catalogue;

    Reversals(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Reversal of(RevocationPlan plan, List<StepRecord> records) {
        Map<Integer, StepState> states =
                records.stream().collect(Collectors.toMap(StepRecord::ordinal, StepRecord::state, (_, newer) -> newer));
        List<Reversal.Act> acts = new ArrayList<>();
        Set<String> kept = new LinkedHashSet<>();
        Set<CredentialId> gone = new HashSet<>();
        for (PlannedStep step : plan.steps().reversed()) {
            StepState state = states.getOrDefault(step.ordinal(), StepState.PLANNED);
            if (!mayHaveActed(state)) {
                continue;
            }
            Optional<Revocability> how = catalogue.kind(step.credentialKind());
            String code = step.action().code();
            if (!step.action().reversible()) {
                kept.add(MESSAGES.text("final", code, step.credential().text()));
                if (state == StepState.ACTED && catalogue.deletes(step.credentialKind(), code)) {
                    gone.add(step.credential());
                }
            } else if (gone.contains(step.credential())) {
                kept.add(MESSAGES.text("gone", code, step.credential().text()));
            } else {
                how.map(it -> it.undos().get(code))
                        .ifPresentOrElse(
                                undo -> acts.add(new Reversal.Act(step, new Action(undo, true))),
                                () -> kept.add(MESSAGES.text(
                                        "nothing", code, step.credential().text())));
            }
        }
        return new Reversal(plan, acts, List.copyOf(kept));
    }

    /// What the target refused it may have done in part.
    private static boolean mayHaveActed(StepState state) {
        return switch (state) {
            case PLANNED, UNDONE, SUPERSEDED -> false;
            case STARTED, ACTED, REFUSED, UNCERTAIN -> true;
        };
    }
}
