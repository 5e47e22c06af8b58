/// What tries of a credential prove, and what they do not.
@NullMarked
package dev.curfew.revocation.proof;

import org.jspecify.annotations.NullMarked;
