package dev.curfew.analysis.kubernetes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Roles by namespace and name; of two with the same the first counts.
final class RoleIndex {
    /// Up to here looking through all of them is faster than to make a map first: a batch has a cluster a case.
    private static final int SCANNED_MAX = 24;

    private final List<RbacRole> few;
    private final Map<Key, RbacRole> many;

    RoleIndex(Collection<RbacRole> roles) {
        if (roles.size() <= SCANNED_MAX) {
            few = List.copyOf(roles);
            many = Map.of();
            return;
        }
        few = List.of();
        many = HashMap.newHashMap(roles.size());
        for (RbacRole role : roles) {
            many.putIfAbsent(new Key(role.namespace(), role.name()), role);
        }
    }

    /// What a binding gives: nothing where its role is not there. A RoleBinding finds a Role in its own namespace only;
    /// a ClusterRoleBinding finds none.
    List<RbacRule> rules(RbacBinding binding) {
        return switch (binding.roleKind()) {
            case "ClusterRole" -> rules("", binding.roleName());
            case "Role" -> binding.namespace().isEmpty() ? List.of() : rules(binding.namespace(), binding.roleName());
            default -> List.of();
        };
    }

    private List<RbacRule> rules(String namespace, String name) {
        for (RbacRole role : few) {
            if (role.name().equals(name) && role.namespace().equals(namespace)) {
                return role.rules();
            }
        }
        RbacRole role = many.isEmpty() ? null : many.get(new Key(namespace, name));
        return role == null ? List.of() : role.rules();
    }

    /// @param namespace empty for a ClusterRole
    private record Key(String namespace, String name) {}
}
