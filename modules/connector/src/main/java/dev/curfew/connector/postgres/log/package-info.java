/// What PostgreSQL's log tells of a role: csvlog and jsonlog.
///
/// <https://www.postgresql.org/docs/current/runtime-config-logging.html>
@NullMarked
package dev.curfew.connector.postgres.log;

import org.jspecify.annotations.NullMarked;
