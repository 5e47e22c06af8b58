package dev.curfew.app.console.screen.blastradius.cut;

import dev.curfew.analysis.graph.whatif.PlannedChange;

/// One way to take a step away.
///
/// @param words as an order: "Detach ci-deploy from ci-deployer"
/// @param beside what else it touches; may be empty
public record Cut(String words, String beside, PlannedChange change) {}
