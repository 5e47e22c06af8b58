package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Collects what each role may in one place, and writes one policy a role of it.
final class RightsBook {
    private static final Messages MESSAGES = Messages.of(RightsBook.class);

    private final PgNames names;
    private final Roles roles;

    /// What the policies are about, for their names and ids: `cluster`, `db:shop`.
    private final String place;

    private final Map<Long, List<Entry>> byGrantee = new TreeMap<>();

    RightsBook(PgNames names, Roles roles, String place) {
        this.names = names;
        this.roles = roles;
        this.place = place;
    }

    /// @param grantee a role's oid, or [Right#EVERYBODY]
    /// @param needs empty, or what else is needed
    void add(long grantee, RightLevel level, EntityId on, List<String> rights, String needs) {
        byGrantee.computeIfAbsent(grantee, _ -> new ArrayList<>()).add(new Entry(level, on, rights, needs));
    }

    /// What an access list grants on a thing: for each grantee and level one entry. What its owner has of it is not
    /// written twice.
    void add(long owner, List<Right> rights, EntityId on, Needs needs) {
        Map<Long, Map<RightLevel, List<String>>> all = new TreeMap<>();
        for (Right right : rights) {
            if (right.grantee() != owner || owner == Right.EVERYBODY) {
                Map<RightLevel, List<String>> of = all.computeIfAbsent(right.grantee(), _ -> new TreeMap<>());
                note(of, Privileges.level(right.privilege()), right.privilege());
                if (right.grantable()) {
                    note(of, RightLevel.PERMISSIONS, right.privilege());
                }
            }
        }
        if (owner != Right.EVERYBODY) {
            add(owner, RightLevel.ADMINISTER, on, List.of("owner"), needs.of(owner));
        }
        all.forEach((grantee, levels) ->
                levels.forEach((level, words) -> add(grantee, level, on, words, needs.of(grantee))));
    }

    /// Two grantors may have granted the same.
    private static void note(Map<RightLevel, List<String>> levels, RightLevel level, String privilege) {
        List<String> words = levels.computeIfAbsent(level, _ -> new ArrayList<>());
        if (!words.contains(privilege)) {
            words.add(privilege);
        }
    }

    /// What a grantee still needs for a right to be of use; empty: nothing.
    @FunctionalInterface
    interface Needs {
        Needs NOTHING = _ -> "";

        String of(long grantee);
    }

    /// Adds the policies, and that the roles have them.
    ///
    /// @param origin the catalogs that they were read from
    void writeTo(Sheet sheet, String origin) {
        byGrantee.forEach((grantee, entries) -> {
            Optional<RoleRow> role = roles.of(grantee);
            if (grantee == Right.EVERYBODY) {
                write(sheet, origin, "PUBLIC", names.everybody(), entries);
            } else if (role.isPresent()) {
                PolicyId policy = write(
                        sheet, origin, role.get().name(), names.role(role.get().name()), entries);
                if (roles.isInheritedOnly(grantee)) {
                    grant(sheet, origin, names.rights(role.get().name()), policy);
                }
            } else {
                sheet.miss(MESSAGES.text("role.newer", grantee));
            }
        });
    }

    private PolicyId write(Sheet sheet, String origin, String name, IdentityId subject, List<Entry> entries) {
        PolicyId id = names.grants(name, place);
        sheet.add(new Policy(
                id,
                Rights.KIND,
                MESSAGES.text("grants.name", name, place),
                GrantsText.of(entries),
                sheet.from(origin, "{}")));
        grant(sheet, origin, subject, id);
        return id;
    }

    private static void grant(Sheet sheet, String origin, IdentityId subject, PolicyId policy) {
        Provenance provenance = sheet.from(origin, "{}");
        sheet.add(new Grant(subject, policy, GrantRole.IDENTITY, "", provenance));
    }
}
