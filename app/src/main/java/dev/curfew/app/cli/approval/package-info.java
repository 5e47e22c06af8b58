/// Approvals by files between two machines.
@NullMarked
package dev.curfew.app.cli.approval;

import org.jspecify.annotations.NullMarked;
