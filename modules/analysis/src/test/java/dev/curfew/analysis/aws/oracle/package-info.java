/// Generated requests and policies, decided by Curfew and by iam-simulate.
@NullMarked
package dev.curfew.analysis.aws.oracle;

import org.jspecify.annotations.NullMarked;
