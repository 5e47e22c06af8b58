/// The command line as tests type it: in process, against real workspaces.
@NullMarked
package dev.curfew.app.cli.bench;

import org.jspecify.annotations.NullMarked;
