/// AWS's pages as a program: naive and slow, statement by statement and layer by layer, sharing nothing with the
/// evaluator that is held against it but the JSON parser.
@NullMarked
package dev.curfew.analysis.aws.reference;

import org.jspecify.annotations.NullMarked;
