/// Break-glass paths used in earnest: opened with a reason, closed, and reviewed by somebody else.
@NullMarked
package dev.curfew.governance.breakglass.use;

import org.jspecify.annotations.NullMarked;
