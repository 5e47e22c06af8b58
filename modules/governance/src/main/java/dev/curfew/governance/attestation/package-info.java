/// What owners say of what is theirs: they are asked by a file, and answer by the same file, signed with their own SSH
/// key. They need no Curfew for it.
@NullMarked
package dev.curfew.governance.attestation;

import org.jspecify.annotations.NullMarked;
