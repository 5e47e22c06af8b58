/// PostgreSQL's break-glass accounts: roles with a password, by their own rights alone.
@NullMarked
package dev.curfew.connector.postgres.door;

import org.jspecify.annotations.NullMarked;
