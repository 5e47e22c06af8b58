/// Findings from what the workspace was told and has seen itself, which no reading of a source shows.
@NullMarked
package dev.curfew.analysis.finding.noted;

import org.jspecify.annotations.NullMarked;
