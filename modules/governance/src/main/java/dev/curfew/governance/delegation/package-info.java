/// Officers who hand their voice to another one for a time: signed, in the ledger, within what the roster lets them.
@NullMarked
package dev.curfew.governance.delegation;

import org.jspecify.annotations.NullMarked;
