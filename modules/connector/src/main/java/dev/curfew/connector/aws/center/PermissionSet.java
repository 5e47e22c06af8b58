package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.details.PolicyText;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One permission set: how it is called, how long its sessions last, its tags, and what its roles are given. Written
/// field by field from what is known, which is the allow-list: nothing else gets in. What could not be read is named,
/// for it may be there.
final class PermissionSet {
    private final String name;
    private final Map<String, Object> fields = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();

    private PermissionSet(String name, Optional<String> duration) {
        this.name = name;
        fields.put("name", name);
        duration.ifPresent(it -> fields.put("sessionDuration", it));
    }

    static PermissionSet of(Reading answer) {
        Reading set = Reading.of(answer.require("PermissionSet"));
        return new PermissionSet(set.text("Name"), set.optionalText("SessionDuration"));
    }

    String name() {
        return name;
    }

    /// @param set the question about it
    /// @param thing the question about its tags
    void complete(CenterCalls calls, Map<String, Object> set, Map<String, Object> thing) throws InterruptedException {
        list(
                "managedPolicies",
                calls.all(
                        "ListManagedPoliciesInPermissionSet",
                        set,
                        "AttachedManagedPolicies",
                        node -> Reading.of(node).text("Arn")));
        list(
                "customerManagedPolicies",
                calls.all(
                        "ListCustomerManagedPolicyReferencesInPermissionSet",
                        set,
                        "CustomerManagedPolicyReferences",
                        node -> pathAndName(Reading.of(node))));
        found("inlinePolicy", calls.find("GetInlinePolicyForPermissionSet", set, PermissionSet::inlinePolicy));
        found(
                "permissionsBoundary",
                calls.find("GetPermissionsBoundaryForPermissionSet", set, PermissionSet::boundary));
        tags(calls.all("ListTagsForResource", thing, "Tags", PermissionSet::tag));
    }

    String text() {
        Map<String, Object> all = new TreeMap<>(fields);
        if (!unread.isEmpty()) {
            all.put("unread", unread);
        }
        return CanonicalJson.text(all);
    }

    private void list(String field, Optional<List<String>> read) {
        if (read.isEmpty()) {
            unread.add(field);
        } else if (!read.get().isEmpty()) {
            fields.put(field, read.get().stream().sorted().toList());
        }
    }

    private void found(String field, Optional<Optional<String>> read) {
        if (read.isEmpty()) {
            unread.add(field);
        } else {
            read.get().filter(text -> !text.isEmpty()).ifPresent(text -> fields.put(field, text));
        }
    }

    private void tags(Optional<List<Map.Entry<String, String>>> read) {
        if (read.isEmpty()) {
            unread.add("tags");
        } else if (!read.get().isEmpty()) {
            Map<String, String> tags = new TreeMap<>();
            read.get().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
            fields.put("tags", tags);
        }
    }

    private static Map.Entry<String, String> tag(Node node) {
        Reading tag = Reading.of(node);
        return Map.entry(tag.text("Key"), tag.optionalText("Value").orElse(""));
    }

    /// Empty text: it has none.
    private static String inlinePolicy(Reading answer) {
        return answer.find("InlinePolicy")
                .filter(node -> !Reading.textOf(node).isEmpty())
                .map(PolicyText::of)
                .orElse("");
    }

    private static String boundary(Reading answer) {
        Reading boundary = Reading.of(answer.require("PermissionsBoundary"));
        return boundary.optionalText("ManagedPolicyArn")
                .orElseGet(() -> pathAndName(Reading.of(boundary.require("CustomerManagedPolicyReference"))));
    }

    /// As `/team/deploy`; each account has its own of that name.
    private static String pathAndName(Reading reference) {
        return reference.optionalText("Path").orElse("/") + reference.text("Name");
    }
}
