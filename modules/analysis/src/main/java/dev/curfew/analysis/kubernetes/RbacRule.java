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

    boolean allows(Asked asked) {
        RbacRequest request = asked.request();
        if (!verbs.contains(request.verb()) && !verbs.contains(ALL)) {
            return false;
        }
        return request.isForUrl()
                ? matchesUrl(request.nonResourceUrl())
                : (apiGroups.contains(request.apiGroup()) || apiGroups.contains(ALL))
                        && matchesResource(asked)
                        && (resourceNames.isEmpty() || resourceNames.contains(request.name()));
    }

    /// `*` is every resource with every subresource; `*/scale` that subresource of every resource.
    private boolean matchesResource(Asked asked) {
        return resources.contains(asked.combined())
                || resources.contains(ALL)
                || (!asked.ofAny().isEmpty() && resources.contains(asked.ofAny()));
    }

    private boolean matchesUrl(String url) {
        for (String rule : nonResourceUrls) {
            if (matchesUrl(rule, url)) {
                return true;
            }
        }
        return false;
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
