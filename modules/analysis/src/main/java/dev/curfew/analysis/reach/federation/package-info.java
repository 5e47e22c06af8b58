/// Identities that prove themselves elsewhere by a token: who says whom it is to whom, and who believes it.
@NullMarked
package dev.curfew.analysis.reach.federation;

import org.jspecify.annotations.NullMarked;
