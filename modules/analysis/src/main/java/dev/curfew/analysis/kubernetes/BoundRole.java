package dev.curfew.analysis.kubernetes;

/// A role as a binding gives it to a subject.
///
/// @param binding what decisions call it
/// @param namespace the binding's: it holds only there, whatever kind of role it binds; empty for a ClusterRoleBinding
public record BoundRole(String binding, String namespace, RbacRole role) {

    boolean holdsFor(RbacRequest request) {
        return namespace.isEmpty() || (!request.isForUrl() && namespace.equals(request.namespace()));
    }
}
