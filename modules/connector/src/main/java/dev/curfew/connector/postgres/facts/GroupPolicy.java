package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// What it is to be a member of a group: what Curfew can hand out for a while. Nobody holds it before.
public record GroupPolicy(PgNames names, String group, long oid) {
    private static final Messages MESSAGES = Messages.of(GroupPolicy.class);
    private static final String MEMBER = "member/";

    /// Only groups that log nobody in, and have nothing that members do not inherit.
    static boolean mayBe(RoleRow role) {
        return !role.logsIn() && !role.hasPowers() && !role.isPredefined();
    }

    /// The group that such a policy is about; empty if it is none.
    public static Optional<String> groupOf(PolicyId policy) {
        String name = policy.nativeId();
        return name.startsWith(MEMBER)
                ? Optional.of(PgNames.decoded(name.substring(MEMBER.length())))
                : Optional.empty();
    }

    /// With the oid: a group that is dropped and made again is another.
    public String text() {
        String on = names.role(group).nativeId();
        return Rights.of(List.of(Right.of(RightLevel.BECOME, on, "MEMBER").from("pg_roles:" + oid)))
                .text();
    }

    void write(Sheet sheet) {
        PolicyId id = new PolicyId(names.source(), MEMBER + PgNames.encoded(group, ""));
        sheet.add(
                new Policy(id, Rights.KIND, MESSAGES.text("member.name", group), text(), sheet.from("pg_roles", "{}")));
    }
}
