package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.HbaRow;
import dev.curfew.connector.postgres.catalog.MemberRow;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The ways in that `pg_hba.conf` leaves open. Which line decides depends on where somebody comes from, so all that
/// could decide are told.
public final class HbaRules {
    private final List<HbaRow> rules;
    private final Roles roles;

    public HbaRules(List<HbaRow> rules, Roles roles) {
        this.rules = List.copyOf(rules);
        this.roles = roles;
    }

    /// As one document.
    public void write(Sheet sheet) {
        rules.forEach(_ -> sheet.item());
        sheet.add(new Policy(
                new PolicyId(sheet.source(), "hba"),
                "postgresql.hba",
                Messages.of(HbaRules.class).text("hba.name"),
                rules.stream().map(HbaRow::text).collect(Collectors.joining("\n")),
                sheet.from("pg_hba_file_rules", "{}")));
    }

    /// The methods by which a role may be let in, comma-separated; empty where the rules were not read.
    String methods(RoleRow role) {
        Set<String> groups = groups(role);
        Set<String> methods = new TreeSet<>();
        boolean replicates = role.replicates() || role.superuser();
        for (HbaRow rule : rules) {
            if (rule.isForReplication() && !replicates) {
                continue;
            }
            for (String user : rule.users().split(",", -1)) {
                if (user.equals("all") || user.equals(role.name()) || groups.contains(user) || user.startsWith("/")) {
                    methods.add(rule.method());
                }
            }
        }
        methods.remove("reject");
        return String.join(", ", methods);
    }

    /// All it is a member of, whether it inherits or not, as the file writes groups (PostgreSQL documentation, 20.1).
    private Set<String> groups(RoleRow role) {
        Set<String> groups = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(role.oid()));
        while (!open.isEmpty()) {
            long oid = open.pop();
            roles.of(oid)
                    .map(found -> "+" + found.name())
                    .filter(groups::add)
                    .ifPresent(_ ->
                            roles.groupsOf(oid).stream().map(MemberRow::group).forEach(open::push));
        }
        return groups;
    }
}
