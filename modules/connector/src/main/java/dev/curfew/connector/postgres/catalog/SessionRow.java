package dev.curfew.connector.postgres.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Open sessions of one role from one place.
///
/// @param role its oid; the role itself may be gone
/// @param application as the client calls itself; empty where it does not, or the reading role may not see it
/// @param address the client's; empty for a local socket, or where the reading role may not see it
/// @param oldest when the first of them began; null where the reading role may not see it
/// @param newest as `oldest`, of the last of them
public record SessionRow(
        long role,
        String database,
        String application,
        String address,
        int count,
        @Nullable Instant oldest,
        @Nullable Instant newest) {}
