/// Starts servers on loopback ports, and ends what it started.
@NullMarked
package dev.curfew.testbed.process;

import org.jspecify.annotations.NullMarked;
