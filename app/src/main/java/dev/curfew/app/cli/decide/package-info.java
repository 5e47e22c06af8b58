/// Commands by which officers decide.
@NullMarked
package dev.curfew.app.cli.decide;

import org.jspecify.annotations.NullMarked;
