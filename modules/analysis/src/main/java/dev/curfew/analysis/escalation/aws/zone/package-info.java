/// Questions answered about everybody at once: sets of identities, in the order of their ARNs.
@NullMarked
package dev.curfew.analysis.escalation.aws.zone;

import org.jspecify.annotations.NullMarked;
