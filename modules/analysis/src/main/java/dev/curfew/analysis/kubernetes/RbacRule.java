package dev.curfew.analysis.kubernetes;

import java.util.List;
import java.util.Set;

/// One rule of a role. Rules only allow.
///
/// @param resourceNames empty: all
public record RbacRule(
        Set<String> verbs,
        Set<String> apiGroups,
        Set<String> resources,
        Set<String> resourceNames,
        List<String> nonResourceUrls) {
    private static final String ALL = "*";

    public RbacRule {
        verbs = Set.copyOf(verbs);
        apiGroups = Set.copyOf(apiGroups);
        resources = Set.copyOf(resources);
        resourceNames = Set.copyOf(resourceNames);
        nonResourceUrls = List.copyOf(nonResourceUrls);
    }

    boolean allows(RbacRequest request) {
        if (!verbs.contains(ALL) && !verbs.contains(request.verb())) {
            return false;
        }
        return request.isForUrl()
                ? nonResourceUrls.stream().anyMatch(url -> matchesUrl(url, request.nonResourceUrl()))
                : (apiGroups.contains(ALL) || apiGroups.contains(request.apiGroup()))
                        && matchesResource(request)
                        && (resourceNames.isEmpty() || resourceNames.contains(request.effectiveName()));
    }

    /// `*` is every resource with every subresource; `*/scale` that subresource of every resource.
    private boolean matchesResource(RbacRequest request) {
        String subresource = request.subresource();
        return resources.contains(ALL)
                || resources.contains(
                        subresource.isEmpty() ? request.resource() : request.resource() + "/" + subresource)
                || (!subresource.isEmpty() && resources.contains("*/" + subresource));
    }

    private static boolean matchesUrl(String rule, String url) {
        return rule.equals(ALL)
                || rule.equals(url)
                || (rule.endsWith(ALL) && url.startsWith(rule.substring(0, rule.length() - 1)));
    }
}
