/// Decides many cases from a file, without a workspace.
@NullMarked
package dev.curfew.app.cli.evaluate;

import org.jspecify.annotations.NullMarked;
