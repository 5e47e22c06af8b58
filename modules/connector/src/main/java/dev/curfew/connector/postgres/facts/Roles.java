package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.MemberRow;
import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.RoleRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The roles of a cluster by oid, and who inherits from whom.
public final class Roles {
    private final Map<Long, RoleRow> byOid = new HashMap<>();
    private final Map<Long, List<MemberRow>> byMember = new HashMap<>();
    private final Set<Long> inheritedOnly = new HashSet<>();

    public Roles(List<RoleRow> roles, List<MemberRow> members) {
        roles.forEach(role -> byOid.put(role.oid(), role));
        members.stream()
                .filter(row -> byOid.containsKey(row.member()) && byOid.containsKey(row.group()))
                .forEach(row -> byMember.computeIfAbsent(row.member(), _ -> new ArrayList<>())
                        .add(row));
        byMember.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.inherits() && !row.sets())
                .forEach(row -> inheritedOnly.addAll(inherited(row.group())));
    }

    public Optional<RoleRow> of(long oid) {
        return Optional.ofNullable(byOid.get(oid));
    }

    public Optional<RoleRow> named(String name) {
        return byOid.values().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /// What a role is a direct member of.
    public List<MemberRow> groupsOf(long oid) {
        return byMember.getOrDefault(oid, List.of());
    }

    /// Whether somebody has this role's rights and can yet not become it.
    public boolean isInheritedOnly(long oid) {
        return inheritedOnly.contains(oid);
    }

    /// The role itself, and all whose rights it has without more ado; `PUBLIC` not.
    public Set<Long> inherited(long oid) {
        Set<Long> seen = new HashSet<>(Set.of(oid));
        Deque<Long> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (MemberRow row : groupsOf(open.pop())) {
                if (row.inherits() && seen.add(row.group())) {
                    open.push(row.group());
                }
            }
        }
        return seen;
    }

    /// Whether a role or somebody whose rights it has is among those.
    public boolean has(long oid, Set<Long> those) {
        if (those.contains(Right.EVERYBODY)) {
            return true;
        }
        return inherited(oid).stream()
                .anyMatch(each -> those.contains(each)
                        || of(each).filter(RoleRow::superuser).isPresent());
    }
}
