/// Commands that make workspaces and carry them elsewhere.
@NullMarked
package dev.curfew.app.cli.workspace;

import org.jspecify.annotations.NullMarked;
