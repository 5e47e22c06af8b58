/// What PostgreSQL's system catalogs say: queries, and their rows.
@NullMarked
package dev.curfew.connector.postgres.catalog;

import org.jspecify.annotations.NullMarked;
