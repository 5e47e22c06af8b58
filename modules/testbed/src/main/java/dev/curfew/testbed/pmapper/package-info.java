/// PMapper, as a process of its own (AGPL-3.0: nothing of it is copied or shipped).
@NullMarked
package dev.curfew.testbed.pmapper;

import org.jspecify.annotations.NullMarked;
