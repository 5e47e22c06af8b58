/// From what IAM tells to the estate's facts: ids, grants, trusts, ownership, usage with its quality, and coverage.
@NullMarked
package dev.curfew.connector.aws.facts;

import org.jspecify.annotations.NullMarked;
