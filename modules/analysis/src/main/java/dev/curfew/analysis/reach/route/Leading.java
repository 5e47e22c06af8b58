package dev.curfew.analysis.reach.route;

import dev.curfew.model.id.EntityId;
import java.util.function.Predicate;

/// Who may have ways to some targets, and what finds these.
///
/// @param routes may know of ways to other things less than all
/// @param whom never too few, and told in far less time than the ways
public record Leading(Routes routes, Predicate<EntityId> whom) {}
