package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.model.observation.Coverage;
import java.util.Optional;

/// A thing in full, and how well its scope was read.
///
/// @param coverage empty where the snapshot does not say
record Inspected(EntityDetail detail, Optional<Coverage> coverage) {}
