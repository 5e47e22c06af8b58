/// The pieces of statements, as PostgreSQL takes them apart.
@NullMarked
package dev.curfew.connector.postgres.log.word;

import org.jspecify.annotations.NullMarked;
