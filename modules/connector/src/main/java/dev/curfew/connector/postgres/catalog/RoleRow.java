package dev.curfew.connector.postgres.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A role (`pg_roles`).
///
/// @param validUntil when its password ends; null: never
/// @param comment what is written beside it; only an owner is taken out of it
public record RoleRow(
        long oid,
        String name,
        boolean superuser,
        boolean inherits,
        boolean createsRoles,
        boolean createsDatabases,
        boolean logsIn,
        boolean replicates,
        boolean bypassesRowSecurity,
        int connectionsMax,
        @Nullable Instant validUntil,
        String comment) {

    /// Those that PostgreSQL brings along have low oids (`FirstNormalObjectId` in its sources), and so has the role
    /// that made the cluster.
    public boolean isPredefined() {
        return name.startsWith("pg_") && oid < 16_384;
    }

    /// Whether it may do anything that no access list says.
    public boolean hasPowers() {
        return superuser || createsRoles || createsDatabases || replicates || bypassesRowSecurity;
    }
}
