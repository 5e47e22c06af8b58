package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One grant of a membership. Since version 16 several may have granted the same, each with options of its own; until
/// then there is one, of which only `ADMIN OPTION` is its own.
///
/// @param options as `GRANT … WITH` takes them: `ADMIN TRUE, INHERIT TRUE, SET FALSE`
record GrantedBy(String grantor, String options) {
    private static final String OPTIONS = """
            SELECT b.rolname AS grantor,
                   'ADMIN ' || upper(m.admin_option::text) || ', INHERIT ' || upper(m.inherit_option::text)
                            || ', SET ' || upper(m.set_option::text) AS options
              FROM pg_auth_members m
              JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member JOIN pg_roles b ON b.oid = m.grantor
             WHERE g.rolname = ? AND r.rolname = ? ORDER BY 1""";

    private static final String OPTIONS_15 = """
            SELECT coalesce(b.rolname, '') AS grantor, CASE WHEN m.admin_option THEN 'ADMIN OPTION' ELSE '' END AS options
              FROM pg_auth_members m
              JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
              LEFT JOIN pg_roles b ON b.oid = m.grantor
             WHERE g.rolname = ? AND r.rolname = ? ORDER BY 1""";

    static List<GrantedBy> all(PgSession session, String group, String member)
            throws PgException, InterruptedException {
        return session.rows(
                session.isAtLeast(16) ? OPTIONS : OPTIONS_15,
                row -> new GrantedBy(row.getString("grantor"), row.getString("options")),
                group,
                member);
    }

    /// Who granted what this session's role cannot take away: since version 16 only whoever has the grantor's rights
    /// can.
    static List<String> others(PgSession session, List<GrantedBy> all) throws PgException, InterruptedException {
        List<String> others = new ArrayList<>();
        for (GrantedBy one : all) {
            if (session.isAtLeast(16) && !session.is("SELECT pg_has_role(?, 'USAGE')", one.grantor())) {
                others.add(one.grantor());
            }
        }
        return others;
    }

    /// By grantor, to be kept.
    static Map<String, String> kept(List<GrantedBy> all) {
        Map<String, String> kept = new TreeMap<>();
        all.forEach(one -> kept.put(one.grantor(), one.options()));
        return kept;
    }

    static List<GrantedBy> of(Map<String, String> kept) {
        List<GrantedBy> all = new ArrayList<>();
        new TreeMap<>(kept).forEach((grantor, options) -> all.add(new GrantedBy(grantor, options)));
        return all;
    }

    String revoke(PgSession session, String group, String member) {
        String sql = "REVOKE " + Quoted.name(group) + " FROM " + Quoted.name(member);
        return session.isAtLeast(16) ? sql + " GRANTED BY " + Quoted.name(grantor) : sql;
    }

    String grant(PgSession session, String group, String member) {
        String with = options.isEmpty() ? "" : " WITH " + options;
        String sql = "GRANT " + Quoted.name(group) + " TO " + Quoted.name(member) + with;
        return session.isAtLeast(16) ? sql + " GRANTED BY " + Quoted.name(grantor) : sql;
    }
}
