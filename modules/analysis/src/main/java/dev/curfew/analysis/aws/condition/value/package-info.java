/// How one value of a policy is compared with one value of a request: texts, patterns, numbers, dates, addresses, ARNs.
@NullMarked
package dev.curfew.analysis.aws.condition.value;

import org.jspecify.annotations.NullMarked;
