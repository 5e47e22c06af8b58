/// A directed multigraph as arrays of numbers.
@NullMarked
package dev.curfew.analysis.graph.array;

import org.jspecify.annotations.NullMarked;
