/// Reads a cluster into facts: the roles first, then each database with a session of its own.
@NullMarked
package dev.curfew.connector.postgres.observe;

import org.jspecify.annotations.NullMarked;
