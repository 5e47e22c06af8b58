/// Signatures that a person makes without Curfew: OpenSSH's keys, and what `ssh-keygen -Y sign` writes.
@NullMarked
package dev.curfew.governance.ssh;

import org.jspecify.annotations.NullMarked;
