/// Narrower policies of AWS.
@NullMarked
package dev.curfew.analysis.narrowing.aws;

import org.jspecify.annotations.NullMarked;
