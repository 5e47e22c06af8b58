/// Reads a cluster, scope after scope.
@NullMarked
package dev.curfew.connector.kubernetes.observe;

import org.jspecify.annotations.NullMarked;
