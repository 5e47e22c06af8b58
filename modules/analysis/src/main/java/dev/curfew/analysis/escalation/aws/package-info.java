/// The ways through AWS IAM.
@NullMarked
package dev.curfew.analysis.escalation.aws;

import org.jspecify.annotations.NullMarked;
