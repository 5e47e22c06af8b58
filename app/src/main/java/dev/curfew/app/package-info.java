/// Where the process begins, and how it is told to stop.
@NullMarked
package dev.curfew.app;

import org.jspecify.annotations.NullMarked;
