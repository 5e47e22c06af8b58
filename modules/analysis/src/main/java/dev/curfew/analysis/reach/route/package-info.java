/// Single steps from one principal, and the search over them.
@NullMarked
package dev.curfew.analysis.reach.route;

import org.jspecify.annotations.NullMarked;
