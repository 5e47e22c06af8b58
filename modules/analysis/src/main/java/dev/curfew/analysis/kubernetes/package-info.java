/// Kubernetes role-based access control, decided as the API server does.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/rbac/>
@NullMarked
package dev.curfew.analysis.kubernetes;

import org.jspecify.annotations.NullMarked;
