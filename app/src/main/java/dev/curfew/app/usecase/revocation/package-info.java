/// Ending credentials, with proof.
@NullMarked
package dev.curfew.app.usecase.revocation;

import org.jspecify.annotations.NullMarked;
