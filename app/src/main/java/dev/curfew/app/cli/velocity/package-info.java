/// How fast access comes, changes and goes.
@NullMarked
package dev.curfew.app.cli.velocity;

import org.jspecify.annotations.NullMarked;
