package dev.curfew.analysis.reach;

import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;

/// One step of a path.
///
/// @param actions the provider's actions or capabilities that make the step, for example `s3:GetObject` or `read,
/// list`;
///     empty for a membership, a grant or a login
/// @param decision why the step holds, with the deciding statements
public record Hop(EntityId from, EntityId to, HopKind kind, String actions, Evaluation decision) {}
