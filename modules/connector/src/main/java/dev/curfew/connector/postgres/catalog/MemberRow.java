package dev.curfew.connector.postgres.catalog;

/// That a role is a member of another, over all who granted it.
///
/// @param member a role's oid
/// @param group a role's oid
/// @param admin may make others members, itself included
/// @param inherits has the group's rights without more ado
/// @param sets may become the group (`SET ROLE`)
public record MemberRow(long member, long group, boolean admin, boolean inherits, boolean sets) {}
