/// Options of whatever asks for access.
@NullMarked
package dev.curfew.app.cli.ask;

import org.jspecify.annotations.NullMarked;
