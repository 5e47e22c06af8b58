/// PostgreSQL as a source.
@NullMarked
package dev.curfew.connector.postgres;

import org.jspecify.annotations.NullMarked;
