/// Narrowing a policy to what it is used for, and the way back.
@NullMarked
package dev.curfew.revocation.narrowing;

import org.jspecify.annotations.NullMarked;
