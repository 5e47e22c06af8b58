/// Where a Kubernetes service account gets to.
@NullMarked
package dev.curfew.analysis.reach.kubernetes;

import org.jspecify.annotations.NullMarked;
