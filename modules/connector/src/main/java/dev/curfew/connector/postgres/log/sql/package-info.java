/// What statements do, by their words: enough to say what was made, changed, read and become. Text between quotes,
/// which may be a password, is never kept.
@NullMarked
package dev.curfew.connector.postgres.log.sql;

import org.jspecify.annotations.NullMarked;
