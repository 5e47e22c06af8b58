/// What an officer named, as credentials with what would be done to each; what is protected, and what hangs together.
@NullMarked
package dev.curfew.revocation.choice;

import org.jspecify.annotations.NullMarked;
