/// One finder a kind of way.
@NullMarked
package dev.curfew.analysis.escalation.aws.way;

import org.jspecify.annotations.NullMarked;
