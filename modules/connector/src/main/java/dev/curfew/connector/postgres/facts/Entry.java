package dev.curfew.connector.postgres.facts;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.right.RightLevel;
import java.util.List;

/// One right of one role.
///
/// @param on a thing, or a role to become
/// @param rights in PostgreSQL's words: `SELECT`, `owner`
/// @param needs what else its holder must have from elsewhere for it to be of use; empty: nothing
record Entry(RightLevel level, EntityId on, List<String> rights, String needs) {}
