/// Where workloads are served by whoever has the workspace open: `curfew serve` itself, or the console in its place.
@NullMarked
package dev.curfew.app.usecase.counter;

import org.jspecify.annotations.NullMarked;
