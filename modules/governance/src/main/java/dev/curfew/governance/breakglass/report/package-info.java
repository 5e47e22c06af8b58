/// What drills came to: their evidence.
@NullMarked
package dev.curfew.governance.breakglass.report;

import org.jspecify.annotations.NullMarked;
