/// Keys in shares: Shamir's scheme, and shares sealed to those who hold them.
@NullMarked
package dev.curfew.governance.custody.share;

import org.jspecify.annotations.NullMarked;
