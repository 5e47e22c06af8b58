/// Ends on logins and on memberships, of which PostgreSQL holds the former in part.
@NullMarked
package dev.curfew.connector.postgres.timebox;

import org.jspecify.annotations.NullMarked;
