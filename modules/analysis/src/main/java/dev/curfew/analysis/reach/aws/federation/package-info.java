/// Roles that let in tokens of other issuers.
@NullMarked
package dev.curfew.analysis.reach.aws.federation;

import org.jspecify.annotations.NullMarked;
