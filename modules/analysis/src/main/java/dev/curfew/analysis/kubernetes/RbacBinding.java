package dev.curfew.analysis.kubernetes;

import java.util.List;

/// A RoleBinding or ClusterRoleBinding.
///
/// @param clusterWide a ClusterRoleBinding
/// @param namespace where a RoleBinding holds; empty for a ClusterRoleBinding
/// @param roleKind `Role` or `ClusterRole`; anything else binds nothing
/// @param roleName a role that is not there binds nothing
public record RbacBinding(
        boolean clusterWide, String namespace, String name, String roleKind, String roleName, List<Subject> subjects) {

    public RbacBinding {
        subjects = List.copyOf(subjects);
    }

    boolean appliesTo(RbacSubject who) {
        for (Subject subject : subjects) {
            if (who.is(subject.kind(), subject.namespaceIn(this), subject.name())) {
                return true;
            }
        }
        return false;
    }

    /// @param kind `User`, `Group` or `ServiceAccount`; anything else is nobody
    /// @param namespace of a service account; empty: the binding's
    public record Subject(String kind, String namespace, String name) {

        /// As the batch format has it: `User:…`, `Group:…`, `ServiceAccount:namespace:name`.
        String text(RbacBinding binding) {
            return kind.equals("ServiceAccount") ? kind + ":" + namespaceIn(binding) + ":" + name : kind + ":" + name;
        }

        String namespaceIn(RbacBinding binding) {
            return namespace.isEmpty() ? binding.namespace() : namespace;
        }

        boolean isSomebody(RbacBinding binding) {
            return switch (kind) {
                case "User", "Group" -> true;
                case "ServiceAccount" -> !namespaceIn(binding).isEmpty();
                default -> false;
            };
        }
    }
}
