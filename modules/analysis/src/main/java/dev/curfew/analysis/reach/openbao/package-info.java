/// Where a holder of OpenBao policies gets to.
@NullMarked
package dev.curfew.analysis.reach.openbao;

import org.jspecify.annotations.NullMarked;
