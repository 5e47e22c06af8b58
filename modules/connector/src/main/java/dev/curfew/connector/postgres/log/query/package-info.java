/// What queries read and call, as far as their words tell.
@NullMarked
package dev.curfew.connector.postgres.log.query;

import org.jspecify.annotations.NullMarked;
