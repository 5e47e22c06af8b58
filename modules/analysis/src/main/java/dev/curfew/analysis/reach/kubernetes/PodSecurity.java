package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.model.estate.Resource;
import java.util.Set;

/// What the cluster itself refuses in a namespace. Other admission, by webhooks and policies, is not read.
///
/// <https://kubernetes.io/docs/concepts/security/pod-security-standards/>
public final class PodSecurity {
    private static final String NAMESPACE = "kubernetes.namespace";
    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";

    /// Both refuse `hostPath`, `privileged` and the host's namespaces.
    private static final Set<String> LEVELS = Set.of("baseline", "restricted");

    private PodSecurity() {}

    /// Whether it is a namespace that takes no pod which reaches for its node.
    public static boolean isGuarded(Resource resource) {
        return resource.kind().equals(NAMESPACE)
                && LEVELS.contains(resource.tags().getOrDefault(ENFORCED, ""));
    }
}
