package dev.curfew.revocation.trial;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Probe;
import dev.curfew.revocation.catalogue.Catalogue;
import java.util.Optional;

/// What running and verifying work with.
///
/// @param schedule when to try again
public record Bench(
        Office office,
        Targets targets,
        Catalogue catalogue,
        Fingerprints fingerprints,
        Schedule schedule,
        Sleeper sleeper) {

    public Optional<Probe> probe(SourceName source) {
        return targets.probe(source).map(probe -> new CarefulProbe(probe, office.clock()));
    }
}
