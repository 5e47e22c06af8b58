/// The roster of officers: kept in the ledger, changed by quorum, remembered elsewhere.
@NullMarked
package dev.curfew.governance.roster;

import org.jspecify.annotations.NullMarked;
