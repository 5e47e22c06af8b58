/// Drills: a break-glass path used for real, stage by stage, against its canary.
@NullMarked
package dev.curfew.governance.breakglass.drill;

import org.jspecify.annotations.NullMarked;
