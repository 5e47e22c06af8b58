/// The catalogues of ways to become an administrator, which are data.
@NullMarked
package dev.curfew.analysis.escalation.catalogue;

import org.jspecify.annotations.NullMarked;
