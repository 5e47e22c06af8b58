/// Sessions with a PostgreSQL: where, as whom, how safely, for how long, and what became of it.
@NullMarked
package dev.curfew.connector.postgres.link;

import org.jspecify.annotations.NullMarked;
