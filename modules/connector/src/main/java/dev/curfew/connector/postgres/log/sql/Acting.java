package dev.curfew.connector.postgres.log.sql;

/// As whom a session goes on.
public sealed interface Acting {

    /// @param name of a role
    /// @param wholly by `SET SESSION AUTHORIZATION`: that is what `RESET ROLE` goes back to
    /// @param local only until the transaction ends
    record As(String name, boolean wholly, boolean local) implements Acting {}

    /// @param wholly back to who logged in; otherwise to whom the session authorization names
    record Back(boolean wholly) implements Acting {}

    /// A transaction ended.
    record Ended() implements Acting {}
}
