/// Who hears of what: carriers and escalation, signed by officers; what there is to hear of; what was told.
@NullMarked
package dev.curfew.governance.notice;

import org.jspecify.annotations.NullMarked;
