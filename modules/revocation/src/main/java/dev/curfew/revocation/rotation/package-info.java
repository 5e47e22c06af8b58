/// Staged rotation: a second credential is made and handed over, the old one is watched until it goes quiet, then cut.
@NullMarked
package dev.curfew.revocation.rotation;

import org.jspecify.annotations.NullMarked;
