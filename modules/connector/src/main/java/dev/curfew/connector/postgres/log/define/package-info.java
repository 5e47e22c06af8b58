/// Statements that make, change and drop things, and that give and take rights.
@NullMarked
package dev.curfew.connector.postgres.log.define;

import org.jspecify.annotations.NullMarked;
