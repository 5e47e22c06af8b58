package dev.curfew.connector.postgres.catalog;

import java.util.List;
import java.util.stream.Stream;

/// One grant of a membership; another may have granted the same, with other options.
///
/// @param member a role's oid
/// @param group a role's oid
/// @param grantor a role's oid
/// @param admin may make others members, itself included
/// @param inherits has the group's rights without more ado
/// @param sets may become the group (`SET ROLE`)
public record MembershipRow(long member, long group, long grantor, boolean admin, boolean inherits, boolean sets) {
    /// As `GRANT` has them.
    public List<String> options() {
        return Stream.of(admin ? "ADMIN" : "", inherits ? "INHERIT" : "", sets ? "SET" : "")
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
