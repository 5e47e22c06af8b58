/// Signed notes and checkpoints as C2SP specifies them (signed-note, tlog-checkpoint, tlog-cosignature).
@NullMarked
package dev.curfew.ledger.note;

import org.jspecify.annotations.NullMarked;
