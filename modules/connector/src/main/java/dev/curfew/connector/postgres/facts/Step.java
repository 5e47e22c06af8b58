package dev.curfew.connector.postgres.facts;

/// What a right lets its holder do.
public enum Step {
    READ,
    WRITE,
    /// Hand on what it has.
    PERMISSIONS,
    /// Control it wholly.
    ADMINISTER,
    /// Act as another role.
    BECOME,
    /// Make a role that did not exist.
    MINT;

    /// What a privilege comes to (PostgreSQL documentation, 5.8, Privileges). `TRIGGER` and `MAINTAIN` make others'
    /// statements do more than they say.
    static Step of(String privilege) {
        return switch (privilege) {
            case "SELECT", "USAGE", "CONNECT", "TEMPORARY", "EXECUTE" -> READ;
            case "ALTER SYSTEM" -> ADMINISTER;
            default -> WRITE;
        };
    }
}
