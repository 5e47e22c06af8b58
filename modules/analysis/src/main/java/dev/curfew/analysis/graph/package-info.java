/// All steps that all principals can make, as one graph in arrays.
@NullMarked
package dev.curfew.analysis.graph;

import org.jspecify.annotations.NullMarked;
