package dev.curfew.connector.aws.facts;

import dev.curfew.connector.aws.details.Holder;
import dev.curfew.connector.aws.details.PolicyDetail;
import dev.curfew.connector.aws.details.RoleDetail;
import dev.curfew.connector.aws.details.UserDetail;
import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The source documents that facts keep, under IAM's own names. Written field by field from what is known, which is
/// the allow-list: nothing else gets in. Left out although known: attachment counts, which would make a policy seem
/// changed whenever somebody else attaches it; policies' texts, which are facts of their own.
final class Documents {
    private final Map<String, Object> fields = new TreeMap<>();

    private Documents() {}

    static String user(UserDetail user) {
        return holder(user.holder(), "User")
                .put("GroupList", user.groups())
                .put("PermissionsBoundary", user.boundary())
                .put("Tags", user.tags())
                .json();
    }

    static String group(Holder group) {
        return holder(group, "Group").json();
    }

    static String role(RoleDetail role) {
        return holder(role.holder(), "Role")
                .put("PermissionsBoundary", role.boundary())
                .put("InstanceProfileList", role.instanceProfiles())
                .put("Tags", role.tags())
                .json();
    }

    static String managedPolicy(PolicyDetail policy) {
        return new Documents()
                .put("Arn", policy.arn())
                .put("PolicyName", policy.name())
                .put("PolicyId", policy.uniqueId())
                .put("DefaultVersionId", policy.defaultVersion())
                .put("CreateDate", policy.createdAt())
                .put("UpdateDate", policy.updatedAt())
                .put("Tags", policy.tags())
                .json();
    }

    static String inlinePolicy(Holder holder, String name) {
        return of("Arn", holder.arn(), "PolicyName", name);
    }

    static String accessKey(String user, String id, String status, @Nullable Instant createdAt) {
        return new Documents()
                .put("UserName", user)
                .put("AccessKeyId", id)
                .put("Status", status)
                .put("CreateDate", createdAt)
                .json();
    }

    static String loginProfile(String user, boolean resetRequired, @Nullable Instant createdAt) {
        return new Documents()
                .put("UserName", user)
                .put("PasswordResetRequired", resetRequired)
                .put("CreateDate", createdAt)
                .json();
    }

    static String of(String name, String value) {
        return new Documents().put(name, value).json();
    }

    static String of(String name, String value, String secondName, String second) {
        return new Documents().put(name, value).put(secondName, second).json();
    }

    private static Documents holder(Holder holder, String prefix) {
        return new Documents()
                .put("Arn", holder.arn())
                .put(prefix + "Name", holder.name())
                .put(prefix + "Id", holder.uniqueId())
                .put("Path", holder.path())
                .put("CreateDate", holder.createdAt())
                .put(
                        prefix + "PolicyList",
                        holder.inline().stream().map(Holder.Inline::name).toList())
                .put("AttachedManagedPolicies", holder.attached());
    }

    /// What the source did not say is left out.
    private Documents put(String name, @Nullable Object value) {
        if (value instanceof Instant instant) {
            fields.put(name, instant.toString());
        } else if (value != null && !value.equals("")) {
            fields.put(name, value);
        }
        return this;
    }

    private String json() {
        return CanonicalJson.text(fields);
    }
}
