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
                        && (resourceNames.isEmpty() || resourceNames.contains(request.name()));
    }

    /// `*` is every resource with every subresource; `*/scale` that subresource of every resource.
    private boolean matchesResource(RbacRequest request) {
        String subresource = request.subresource();
        return resources.contains(ALL)
                || resources.contains(
                        subresource.isEmpty() ? request.resource() : request.resource() + "/" + subresource)
                || (!subresource.isEmpty() && resources.contains("*/" + subresource));
    }

    /// All stars at the end are one.
    private static boolean matchesUrl(String rule, String url) {
        if (rule.equals(url)) {
            return true;
        }
        int end = rule.length();
        while (end > 0 && rule.charAt(end - 1) == '*') {
            end--;
        }
        return end < rule.length() && url.startsWith(rule.substring(0, end));
    }
}
