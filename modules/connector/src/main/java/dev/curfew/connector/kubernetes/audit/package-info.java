/// What the API server's audit log tells of somebody.
///
/// <https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/>
@NullMarked
package dev.curfew.connector.kubernetes.audit;

import org.jspecify.annotations.NullMarked;
