/// Roles and bindings as JSON: read, with aggregated ClusterRoles put together as the controller does.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles>
@NullMarked
package dev.curfew.analysis.kubernetes.document;

import org.jspecify.annotations.NullMarked;
