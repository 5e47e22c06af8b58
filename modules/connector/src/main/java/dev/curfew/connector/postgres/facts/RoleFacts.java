package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.sheet.Json;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Roles as identities, and what they may by their attributes, which no member inherits.
public final class RoleFacts {
    private static final Messages MESSAGES = Messages.of(RoleFacts.class);
    private static final String ORIGIN = "pg_roles";

    private final PgNames names;
    private final Roles roles;
    private final Logins logins;

    /// Whether whoever creates roles has sway over those it did not create too, as until version 15.
    private final boolean anyCreatorRules;

    public RoleFacts(PgNames names, Roles roles, Logins logins, boolean anyCreatorRules) {
        this.names = names;
        this.roles = roles;
        this.logins = logins;
        this.anyCreatorRules = anyCreatorRules;
    }

    public void write(Sheet sheet, List<RoleRow> rows) {
        sheet.add(new Identity(
                names.everybody(),
                "postgresql.everybody",
                "PUBLIC",
                new Ownership.Unowned(),
                null,
                logins.groupUsage(),
                Map.of(),
                sheet.from("aclitem", "{}")));
        for (RoleRow role : rows) {
            sheet.item();
            sheet.add(identity(sheet, role));
            if (roles.isInheritedOnly(role.oid())) {
                sheet.add(rights(sheet, role));
            }
            powers(sheet, role);
            if (GroupPolicy.mayBe(role)) {
                new GroupPolicy(names, role.name(), role.oid()).write(sheet);
            }
        }
    }

    private Identity identity(Sheet sheet, RoleRow role) {
        Map<String, String> tags = tags(role);
        return new Identity(
                names.role(role.name()),
                kind(role),
                role.name(),
                CommentOwner.of(role.comment()),
                null,
                logins.usage(role),
                tags,
                sheet.from(ORIGIN, Json.text(tags)));
    }

    private String kind(RoleRow role) {
        if (role.isPredefined()) {
            return "postgresql.predefined-role";
        }
        return logins.isLogin(role) ? "postgresql.role" : "postgresql.group";
    }

    private Identity rights(Sheet sheet, RoleRow role) {
        return new Identity(
                names.rights(role.name()),
                "postgresql.rights",
                MESSAGES.text("rights.name", role.name()),
                CommentOwner.of(role.comment()),
                null,
                logins.groupUsage(),
                Map.of(),
                sheet.from("pg_auth_members", "{}"));
    }

    private Map<String, String> tags(RoleRow role) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("oid", String.valueOf(role.oid()));
        tags.put("login", String.valueOf(role.logsIn()));
        attributes(role).forEach(word -> tags.put(word, "true"));
        if (!role.inherits()) {
            tags.put("inherits", "false");
        }
        tags.putAll(logins.marks(role));
        return tags;
    }

    private static List<String> attributes(RoleRow role) {
        List<String> words = new ArrayList<>();
        note(words, role.superuser(), "superuser");
        note(words, role.createsRoles(), "create-role");
        note(words, role.createsDatabases(), "create-database");
        note(words, role.replicates(), "replication");
        note(words, role.bypassesRowSecurity(), "bypass-row-security");
        return words;
    }

    private static void note(List<String> words, boolean held, String word) {
        if (held) {
            words.add(word);
        }
    }

    /// Also what a role can become without inheriting it, which is used by a statement of its own (`SET ROLE`).
    private void powers(Sheet sheet, RoleRow role) {
        List<Entry> entries = new ArrayList<>();
        if (role.superuser()) {
            entries.add(new Entry(RightLevel.ADMINISTER, names.cluster(), List.of("SUPERUSER"), ""));
        }
        if (role.createsRoles()) {
            // Since version 16 it rules the roles that it made; before, all but superusers.
            entries.add(
                    anyCreatorRules
                            ? new Entry(RightLevel.ADMINISTER, names.cluster(), List.of("CREATEROLE"), "")
                            : new Entry(
                                    RightLevel.MINT,
                                    names.cluster(),
                                    List.of("CREATEROLE"),
                                    MESSAGES.text("needs.own-role")));
        }
        if (role.replicates()) {
            // The stream holds every table's pages, pg_authid's among them.
            entries.add(new Entry(
                    RightLevel.READ, names.cluster(), List.of("REPLICATION"), MESSAGES.text("needs.replication")));
        }
        roles.groupsOf(role.oid()).stream()
                .filter(row -> row.sets() && !row.inherits())
                .forEach(row -> roles.of(row.group())
                        .ifPresent(group -> entries.add(
                                new Entry(RightLevel.BECOME, names.role(group.name()), List.of("SET ROLE"), ""))));
        if (!entries.isEmpty()) {
            PolicyId id = names.powers(role.name());
            Provenance provenance = sheet.from(ORIGIN, "{}");
            String name = MESSAGES.text("powers.name", role.name());
            sheet.add(new Policy(id, Rights.KIND, name, GrantsText.of(entries), provenance));
            sheet.add(new Grant(names.role(role.name()), id, GrantRole.IDENTITY, "", provenance));
        }
    }
}
