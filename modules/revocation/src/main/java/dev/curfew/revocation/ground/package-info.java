/// What a plan is made on: the snapshot with the windows that no reading has seen yet, and what hangs together in it.
@NullMarked
package dev.curfew.revocation.ground;

import org.jspecify.annotations.NullMarked;
