/// AWS IAM policy documents, read strictly and compiled once.
@NullMarked
package dev.curfew.analysis.aws.document;

import org.jspecify.annotations.NullMarked;
