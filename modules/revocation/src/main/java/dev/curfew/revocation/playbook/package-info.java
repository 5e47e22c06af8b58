/// What a playbook may do: which acts, to what, how much, once for each thing that sets it off.
@NullMarked
package dev.curfew.revocation.playbook;

import org.jspecify.annotations.NullMarked;
