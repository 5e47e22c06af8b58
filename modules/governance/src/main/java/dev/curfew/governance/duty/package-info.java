/// What holds for whoever approves, whatever the policies say: limits for each officer, and duties that stay apart.
@NullMarked
package dev.curfew.governance.duty;

import org.jspecify.annotations.NullMarked;
