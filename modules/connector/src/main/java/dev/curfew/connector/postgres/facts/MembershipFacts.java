package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.MemberRow;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.text.CanonicalJson;
import java.util.List;
import java.util.Map;

/// Who is a member of whom. Since version 16 a membership has options of its own: a member that inherits and may become
/// the group has all that the group has; one that only inherits has its rights and none of its powers; one that may
/// only become it has nothing before it does.
public final class MembershipFacts {
    private static final String ORIGIN = "pg_auth_members";

    private final PgNames names;
    private final Roles roles;

    public MembershipFacts(PgNames names, Roles roles) {
        this.names = names;
        this.roles = roles;
    }

    public void write(Sheet sheet, List<RoleRow> rows, List<MemberRow> members) {
        Provenance everyone = sheet.from(ORIGIN, "{}");
        rows.forEach(role -> sheet.add(new Membership(names.role(role.name()), names.everybody(), everyone)));
        rows.stream()
                .filter(role -> roles.isInheritedOnly(role.oid()))
                .forEach(role -> rightsOf(sheet, role, everyone));
        RightsBook book = new RightsBook(names, roles, "members");
        for (MemberRow row : members) {
            RoleRow member = roles.of(row.member()).orElse(null);
            RoleRow group = roles.of(row.group()).orElse(null);
            if (member != null && group != null) {
                sheet.item();
                write(sheet, book, row, member, group);
            }
        }
        book.writeTo(sheet, ORIGIN);
    }

    private void write(Sheet sheet, RightsBook book, MemberRow row, RoleRow member, RoleRow group) {
        if (row.inherits()) {
            IdentityId whole = row.sets() ? names.role(group.name()) : names.rights(group.name());
            sheet.add(new Membership(names.role(member.name()), whole, sheet.from(ORIGIN, options(row))));
        }
        if (row.admin()) {
            book.add(row.member(), RightLevel.BECOME, names.role(group.name()), List.of("ADMIN OPTION"), "");
        }
    }

    private void rightsOf(Sheet sheet, RoleRow role, Provenance provenance) {
        sheet.add(new Membership(names.rights(role.name()), names.everybody(), provenance));
        roles.groupsOf(role.oid()).stream()
                .filter(MemberRow::inherits)
                .forEach(row -> roles.of(row.group())
                        .ifPresent(group -> sheet.add(new Membership(
                                names.rights(role.name()),
                                names.rights(group.name()),
                                sheet.from(ORIGIN, options(row))))));
    }

    private static String options(MemberRow row) {
        return CanonicalJson.text(Map.of("admin", row.admin(), "inherit", row.inherits(), "set", row.sets()));
    }
}
