package dev.curfew.connector.postgres.facts;

import dev.curfew.model.id.EntityId;

/// One right of one role.
///
/// @param on a thing, or a role to become
/// @param rights in PostgreSQL's words: `SELECT`, `owner`
/// @param needs what else its holder must have from elsewhere for it to be of use; empty: nothing
record Entry(Step step, EntityId on, String rights, String needs) {}
