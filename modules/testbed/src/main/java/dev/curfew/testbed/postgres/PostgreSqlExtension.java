package dev.curfew.testbed.postgres;

import dev.curfew.testbed.SharedServer;

/// Gives tests the [PostgreSql] that all suites share.
final class PostgreSqlExtension extends SharedServer<PostgreSql> {

    PostgreSqlExtension() {
        super(PostgreSql.class, PostgreSql::start);
    }
}
