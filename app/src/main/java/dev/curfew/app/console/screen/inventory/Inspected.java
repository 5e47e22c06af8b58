package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.analysis.signal.Risk;
import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.people.Attestation;
import java.util.Optional;

/// A thing in full, and how well its scope was read.
///
/// @param said what an owner said of it last; empty where nothing was said
/// @param lifecycle where it stands; empty for what is no identity
/// @param risk empty where no signal stands
/// @param coverage empty where the snapshot does not say
record Inspected(
        EntityDetail detail,
        Optional<Attestation> said,
        Optional<Lifecycle> lifecycle,
        Optional<Risk> risk,
        Optional<Coverage> coverage) {}
