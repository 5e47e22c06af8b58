/// What planned changes would do, without doing them.
@NullMarked
package dev.curfew.analysis.graph.whatif;

import org.jspecify.annotations.NullMarked;
