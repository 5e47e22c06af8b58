/// iam-simulate, an evaluator of AWS IAM policies by others, as a process that tests ask. It is installed from npm, and
/// nothing of it is part of Curfew.
@NullMarked
package dev.curfew.testbed.iamsimulate;

import org.jspecify.annotations.NullMarked;
