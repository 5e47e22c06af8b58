package dev.curfew.connector.postgres.facts;

import dev.curfew.model.right.RightLevel;

/// What a privilege comes to.
final class Privileges {
    private Privileges() {}

    /// As PostgreSQL's documentation has it (5.8, Privileges). `TRIGGER` and `MAINTAIN` make others' statements do more
    /// than they say.
    static RightLevel level(String privilege) {
        return switch (privilege) {
            case "SELECT", "USAGE", "CONNECT", "TEMPORARY", "EXECUTE" -> RightLevel.READ;
            case "ALTER SYSTEM" -> RightLevel.ADMINISTER;
            default -> RightLevel.WRITE;
        };
    }
}
