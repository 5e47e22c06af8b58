/// The connected sources, as far as they can be acted on.
@NullMarked
package dev.curfew.governance.target;

import org.jspecify.annotations.NullMarked;
