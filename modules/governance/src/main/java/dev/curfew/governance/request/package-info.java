/// Requests for time-boxed access, and the decisions on them.
@NullMarked
package dev.curfew.governance.request;

import org.jspecify.annotations.NullMarked;
