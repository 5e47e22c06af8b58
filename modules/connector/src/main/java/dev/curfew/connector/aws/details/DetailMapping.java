package dev.curfew.connector.aws.details;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From what was written to the records. Takes what it knows, and lets the rest fall.
final class DetailMapping {
    private DetailMapping() {}

    static void add(Section section, Node node, AccountDetails.Builder details) {
        Reading object = Reading.of(node);
        switch (section) {
            case USERS -> details.user(user(object));
            case GROUPS -> details.group(holder(object, "group", "Group"));
            case ROLES -> details.role(role(object));
            case POLICIES -> details.policy(policy(object));
        }
    }

    private static UserDetail user(Reading object) {
        return new UserDetail(
                holder(object, "user", "User"),
                object.list("GroupList", Reading::textOf).stream()
                        .distinct()
                        .sorted()
                        .toList(),
                boundary(object),
                tags(object));
    }

    private static RoleDetail role(Reading object) {
        return new RoleDetail(
                holder(object, "role", "Role"),
                PolicyText.of(object.require("AssumeRolePolicyDocument")),
                boundary(object),
                tags(object),
                object.find("RoleLastUsed").map(DetailMapping::lastUsed).orElse(null),
                object.find("InstanceProfileList").isPresent() ? instanceProfiles(object) : null);
    }

    private static List<String> instanceProfiles(Reading role) {
        return role.list("InstanceProfileList", profile -> Reading.of(profile).text("Arn")).stream()
                .sorted()
                .toList();
    }

    /// @param prefix of the names of its fields: `User` for `UserName`, `UserId`, `UserPolicyList`
    private static Holder holder(Reading object, String type, String prefix) {
        return new Holder(
                Arns.require(object, type),
                object.text(prefix + "Name"),
                object.optionalText(prefix + "Id").orElse(""),
                object.optionalText("Path").orElse(""),
                object.instant("CreateDate"),
                inline(object, prefix + "PolicyList"),
                object.list("AttachedManagedPolicies", DetailMapping::attached).stream()
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static List<Holder.Inline> inline(Reading object, String list) {
        return unique(object.list(list, Function.identity()), node -> {
                    Reading policy = Reading.of(node);
                    return Map.entry(policy.text("PolicyName"), PolicyText.of(policy.require("PolicyDocument")));
                })
                .entrySet()
                .stream()
                .map(entry -> new Holder.Inline(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String attached(Node node) {
        Reading policy = Reading.of(node);
        return Arns.require(policy.require("PolicyArn"), policy.text("PolicyArn"), "policy");
    }

    private static @Nullable String boundary(Reading object) {
        return object.find("PermissionsBoundary")
                .map(Reading::of)
                .map(boundary -> Arns.require(
                        boundary.require("PermissionsBoundaryArn"), boundary.text("PermissionsBoundaryArn"), "policy"))
                .orElse(null);
    }

    private static Map<String, String> tags(Reading object) {
        return unique(object.list("Tags", Function.identity()), node -> {
            Reading tag = Reading.of(node);
            return Map.entry(tag.text("Key"), Reading.textOf(tag.require("Value")));
        });
    }

    /// By name, in the order of names; a name that comes twice is refused, because either could be meant.
    private static Map<String, String> unique(List<Node> nodes, Function<Node, Map.Entry<String, String>> entryOf) {
        Map<String, String> entries = new TreeMap<>();
        for (Node node : nodes) {
            Map.Entry<String, String> entry = entryOf.apply(node);
            if (entries.put(entry.getKey(), entry.getValue()) != null) {
                throw new MalformedException(
                        Problem.DUPLICATE,
                        node.place(),
                        Messages.of(DetailMapping.class).text("this.name"));
            }
        }
        return entries;
    }

    private static RoleDetail.LastUsed lastUsed(Node node) {
        Reading used = Reading.of(node);
        return new RoleDetail.LastUsed(
                used.instant("LastUsedDate"), used.optionalText("Region").orElse(""));
    }

    private static PolicyDetail policy(Reading object) {
        String defaultVersion = object.text("DefaultVersionId");
        String arn = Arns.require(object, "policy");
        return new PolicyDetail(
                arn,
                // Not every server gives the name apart; the ARN ends with it.
                object.optionalText("PolicyName").orElseGet(() -> arn.substring(arn.lastIndexOf('/') + 1)),
                object.optionalText("PolicyId").orElse(""),
                defaultVersion,
                object.instant("CreateDate"),
                object.instant("UpdateDate"),
                tags(object),
                defaultText(object, defaultVersion),
                arn.contains(":iam::aws:") ? List.of() : others(object, defaultVersion));
    }

    private static List<PolicyDetail.Version> others(Reading object, String defaultVersion) {
        return unique(object.list("PolicyVersionList", Function.identity()), node -> {
                    Reading version = Reading.of(node);
                    return Map.entry(
                            version.text("VersionId"),
                            version.find("Document").map(PolicyText::of).orElse(""));
                })
                .entrySet()
                .stream()
                .filter(version -> !version.getKey().equals(defaultVersion))
                .map(version -> new PolicyDetail.Version(version.getKey(), version.getValue()))
                .toList();
    }

    /// By the policy's own word for which version is in force; the versions' flags must not say otherwise.
    private static String defaultText(Reading object, String defaultVersion) {
        Node list = object.require("PolicyVersionList");
        Set<String> flagged = new HashSet<>();
        String text = null;
        for (Reading version : object.list("PolicyVersionList", Reading::of)) {
            String id = version.text("VersionId");
            if (version.flag("IsDefaultVersion")) {
                flagged.add(id);
            }
            if (id.equals(defaultVersion)) {
                text = PolicyText.of(version.require("Document"));
            }
        }
        if (text == null || !Set.of(defaultVersion).containsAll(flagged)) {
            throw new MalformedException(
                    Problem.BAD_VALUE,
                    list.place(),
                    Messages.of(DetailMapping.class).text("expected.version"));
        }
        return text;
    }
}
