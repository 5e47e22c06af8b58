package dev.curfew.connector.postgres.facts;

import static java.util.stream.Collectors.groupingBy;

import dev.curfew.connector.postgres.catalog.MembershipRow;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.model.text.Controls;
import dev.curfew.model.text.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What roles may become by their memberships, one after another, and whom they made members. Who may become a role
/// has its memberships with all their options; who only inherits from it, those that it inherits or may grant on
/// (https://www.postgresql.org/docs/16/role-membership.html).
public final class Becoming {
    /// Nobody reads more of them.
    private static final int LINES_MAX = 50;

    private static final Messages MESSAGES = Messages.of(Becoming.class);

    private final Roles roles;
    private final Map<Long, List<MembershipRow>> byMember;
    private final Map<Long, List<MembershipRow>> byGrantor;

    public Becoming(Roles roles, List<MembershipRow> memberships) {
        this.roles = roles;
        byMember = memberships.stream().collect(groupingBy(MembershipRow::member));
        byGrantor = memberships.stream().collect(groupingBy(MembershipRow::grantor));
    }

    /// Where it is looked on from.
    ///
    /// @param whole whether it may be become, and is not only inherited from
    private record At(long role, boolean whole) {}

    /// A line for each grant that takes it further.
    public List<String> becomes(RoleRow role) {
        List<String> lines = new ArrayList<>();
        Set<At> seen = new HashSet<>(Set.of(new At(role.oid(), true)));
        Set<MembershipRow> told = new HashSet<>();
        Deque<At> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            At at = open.poll();
            for (MembershipRow row : byMember.getOrDefault(at.role(), List.of())) {
                if (leadsOn(row, at) && told.add(row)) {
                    lines.add(line(row, role));
                }
                At next = new At(row.group(), row.admin() || (row.sets() && at.whole()));
                if (leadsOn(row, at) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return limited(lines);
    }

    private static List<String> limited(List<String> lines) {
        if (lines.size() <= LINES_MAX) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, LINES_MAX));
        first.add(MESSAGES.text("memberships.more", lines.size() - LINES_MAX));
        return first;
    }

    private static boolean leadsOn(MembershipRow row, At at) {
        return row.admin() || row.inherits() || (row.sets() && at.whole());
    }

    private String line(MembershipRow row, RoleRow from) {
        String options = String.join(", ", row.options());
        return row.member() == from.oid()
                ? MESSAGES.text("becomes", name(row.group()), options, name(row.grantor()))
                : MESSAGES.text("becomes.through", name(row.group()), options, name(row.grantor()), name(row.member()));
    }

    /// A line for each that it made a member of something, itself not.
    public List<String> granted(RoleRow role) {
        return limited(byGrantor.getOrDefault(role.oid(), List.of()).stream()
                .filter(row -> row.member() != role.oid())
                .map(row -> MESSAGES.text(
                        "granted", name(row.member()), name(row.group()), String.join(", ", row.options())))
                .toList());
    }

    /// A role may be called as it likes, and each line is its own.
    private String name(long oid) {
        return roles.of(oid).map(RoleRow::name).map(Controls::replaced).orElseGet(() -> String.valueOf(oid));
    }
}
