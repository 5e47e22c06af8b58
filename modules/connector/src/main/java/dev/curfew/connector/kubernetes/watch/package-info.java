/// Follows a cluster by the watches that its API server keeps open.
@NullMarked
package dev.curfew.connector.kubernetes.watch;

import org.jspecify.annotations.NullMarked;
