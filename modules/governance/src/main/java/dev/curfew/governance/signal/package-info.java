/// Who may signal, what was signalled, and what officers settled of it.
@NullMarked
package dev.curfew.governance.signal;

import org.jspecify.annotations.NullMarked;
