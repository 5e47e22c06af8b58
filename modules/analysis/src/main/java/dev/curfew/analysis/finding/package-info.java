/// What a governance officer should look at, with the standards that say why.
@NullMarked
package dev.curfew.analysis.finding;

import org.jspecify.annotations.NullMarked;
