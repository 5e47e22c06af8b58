package dev.curfew.connector.postgres.catalog;

/// A line of `pg_hba.conf`: who is let in from where, and how. Its options are not read: they may hold passwords.
///
/// @param databases comma-separated
/// @param users comma-separated; with `+` before a group
public record HbaRow(int line, String type, String databases, String users, String address, String method) {

    /// Whether it lets into no database: it is for physical replication alone, which takes a role that may replicate
    /// (PostgreSQL documentation, 20.1). A database of that name, which the file would quote, is told from it by
    /// nothing that the server shows.
    public boolean isForReplication() {
        return databases.equals("replication");
    }

    /// As it stands in the file.
    public String text() {
        return String.join(" ", type, databases, users, address, method).replaceAll(" +", " ");
    }
}
