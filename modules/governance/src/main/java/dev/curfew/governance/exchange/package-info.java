/// Approvals between machines without a network: a question goes out as a file, its signed answer comes back as one.
@NullMarked
package dev.curfew.governance.exchange;

import org.jspecify.annotations.NullMarked;
