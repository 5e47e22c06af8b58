/// Programs that ask, and who is trusted to say which they are.
@NullMarked
package dev.curfew.governance.workload;

import org.jspecify.annotations.NullMarked;
