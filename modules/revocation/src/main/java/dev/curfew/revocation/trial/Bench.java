package dev.curfew.revocation.trial;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.revocation.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What running and verifying work with.
///
/// @param schedule when to try again
/// @param atWork shared by all that run plans of one workspace, and take them back
public record Bench(
        Office office,
        Targets targets,
        Catalogue catalogue,
        Fingerprints fingerprints,
        Schedule schedule,
        Sleeper sleeper,
        AtWork atWork) {

    /// With nothing at work yet.
    public Bench(
            Office office,
            Targets targets,
            Catalogue catalogue,
            Fingerprints fingerprints,
            Schedule schedule,
            Sleeper sleeper) {
        this(office, targets, catalogue, fingerprints, schedule, sleeper, new AtWork());
    }

    public Optional<Probe> probe(SourceName source) {
        return targets.probe(source).map(probe -> new CarefulProbe(probe, office.clock()));
    }

    /// All of them before the first step: a plan is not begun that cannot be finished.
    ///
    /// @return what acts on the steps' sources, or ACTING_OFF
    public Outcome<Map<SourceName, Revoker>> revokers(List<PlannedStep> steps) {
        Map<SourceName, Revoker> revokers = new LinkedHashMap<>();
        for (PlannedStep step : steps) {
            SourceName source = step.credential().source();
            Optional<Revoker> revoker = targets.revoker(source);
            if (revoker.isEmpty()) {
                return Outcome.refused(Refusal.ACTING_OFF, source.value());
            }
            revokers.put(source, revoker.get());
        }
        return Outcome.done(revokers);
    }

    /// What its source does not answer to may have been done.
    public ActionOutcome act(Revoker revoker, Action action, CredentialId credential) throws InterruptedException {
        try {
            return revoker.act(action, credential);
        } catch (SourceException e) {
            return new ActionOutcome.Uncertain(office.clock().instant(), String.valueOf(e.getMessage()));
        }
    }
}
