/// Who gets to administrators through whom.
@NullMarked
package dev.curfew.analysis.escalation.aws.chain;

import org.jspecify.annotations.NullMarked;
