/// What runs, where, and as whom.
@NullMarked
package dev.curfew.connector.kubernetes.observe.workload;

import org.jspecify.annotations.NullMarked;
