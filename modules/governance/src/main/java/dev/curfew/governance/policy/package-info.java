/// Policy as code: what may be issued, to whom, for how long, and whose signatures it needs, decided when it is asked.
@NullMarked
package dev.curfew.governance.policy;

import org.jspecify.annotations.NullMarked;
