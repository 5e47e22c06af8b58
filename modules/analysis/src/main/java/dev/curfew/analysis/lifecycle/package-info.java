/// Where an identity stands between being asked for and being gone, and what moved it there.
@NullMarked
package dev.curfew.analysis.lifecycle;

import org.jspecify.annotations.NullMarked;
