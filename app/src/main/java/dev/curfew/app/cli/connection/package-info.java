/// Commands that look after connections.
@NullMarked
package dev.curfew.app.cli.connection;

import org.jspecify.annotations.NullMarked;
