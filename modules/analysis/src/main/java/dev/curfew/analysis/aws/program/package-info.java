/// Policies as numbers in one piece of memory, so that most statements are passed over without being looked at.
@NullMarked
package dev.curfew.analysis.aws.program;

import org.jspecify.annotations.NullMarked;
