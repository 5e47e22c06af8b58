/// What the access graph costs, by hand: `main` methods, no tests.
@NullMarked
package dev.curfew.analysis.graph.bench;

import org.jspecify.annotations.NullMarked;
