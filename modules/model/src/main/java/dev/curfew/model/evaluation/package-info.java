/// The sealed answers of a policy evaluator, with the statements that decided.
@NullMarked
package dev.curfew.model.evaluation;

import org.jspecify.annotations.NullMarked;
