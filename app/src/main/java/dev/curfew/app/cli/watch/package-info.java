/// Watching over windows without a person.
@NullMarked
package dev.curfew.app.cli.watch;

import org.jspecify.annotations.NullMarked;
