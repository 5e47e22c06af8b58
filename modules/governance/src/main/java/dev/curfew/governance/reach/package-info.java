/// What a policy would add to somebody who has nothing else.
@NullMarked
package dev.curfew.governance.reach;

import org.jspecify.annotations.NullMarked;
