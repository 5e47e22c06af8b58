/// What somebody has who has a thing in hand: the credentials in a secret, the identity that a workload runs as.
@NullMarked
package dev.curfew.analysis.reach.inside;

import org.jspecify.annotations.NullMarked;
