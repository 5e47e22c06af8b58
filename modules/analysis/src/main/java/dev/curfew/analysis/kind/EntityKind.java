package dev.curfew.analysis.kind;

import org.jspecify.annotations.Nullable;

/// A row of `kinds.json`: one kind of identity, credential, policy or resource.
///
/// @param kind `<provider>.<kind>`
/// @param name what it is called
/// @param several what more than one of it are called
/// @param collective whether it does not act by itself, so that nobody has to own it: a group, a role that others take
/// @param boundable whether the provider can limit it by a boundary of its own
/// @param rotatable whether its source can have a second one beside the first, so that it can be replaced in use
/// @param providersOwn whatever has this in its native id is the provider's own; empty: nothing is
/// @param ranBy what runs as it; null: nobody says
record EntityKind(
        String kind,
        String name,
        String several,
        boolean collective,
        boolean boundable,
        boolean rotatable,
        String providersOwn,
        @Nullable RanBy ranBy) {}
