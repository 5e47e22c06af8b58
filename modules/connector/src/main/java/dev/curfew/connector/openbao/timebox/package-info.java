/// Ends on policies, which OpenBao holds, and on entities, which Curfew ends.
@NullMarked
package dev.curfew.connector.openbao.timebox;

import org.jspecify.annotations.NullMarked;
