package dev.curfew.connector.postgres.log;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the server logs now. It may have been otherwise when the log was written.
///
/// @param values of settings, by name
/// @param others where a role or a database has another: `log_statement=none of role bo`
record LogSettings(Map<String, String> values, List<String> others) {
    private static final Messages MESSAGES = Messages.of(LogSettings.class);
    private static final String SETTINGS = """
            SELECT name, setting FROM pg_catalog.pg_settings
             WHERE name IN ('log_statement', 'log_connections', 'log_min_messages', 'log_destination', 'lc_messages')""";

    /// Whose is told by name; a text without any is everybody's.
    private static final String OTHERS = """
            SELECT concat_ws(' ', setting, 'of role ' || rolname, 'in database ' || datname)
              FROM pg_catalog.pg_db_role_setting s
             CROSS JOIN unnest(setconfig) setting
              LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
              LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
             WHERE setting LIKE 'log\\_statement=%' OR setting LIKE 'log\\_min\\_messages=%' OR setting LIKE 'role=%'
             ORDER BY 1 LIMIT 20""";

    LogSettings {
        values = Map.copyOf(values);
        others = List.copyOf(others);
    }

    static LogSettings of(PgSession session) throws PgException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        for (List<String> row : session.rows(SETTINGS, row -> List.of(row.getString(1), row.getString(2)))) {
            values.put(row.getFirst(), row.getLast());
        }
        return new LogSettings(values, session.rows(OTHERS, row -> row.getString(1)));
    }

    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        switch (values.getOrDefault("log_statement", "")) {
            case "all" -> {
                // Nothing that is sent is left out.
            }
            case "mod" -> gaps.add(MESSAGES.text("gap.mod"));
            case "ddl" -> gaps.add(MESSAGES.text("gap.ddl"));
            default -> gaps.add(MESSAGES.text("gap.none"));
        }
        if (!values.getOrDefault("log_connections", "").matches(".*\\b(?:on|true|yes|1|all|authorization)\\b.*")) {
            gaps.add(MESSAGES.text("gap.connections"));
        }
        String least = values.getOrDefault("log_min_messages", "");
        if (Set.of("fatal", "panic").contains(least)) {
            gaps.add(MESSAGES.text("gap.messages", least));
        }
        String destination = values.getOrDefault("log_destination", "");
        if (!destination.contains("csvlog") && !destination.contains("jsonlog")) {
            gaps.add(MESSAGES.text("gap.destination", destination));
        }
        String language = values.getOrDefault("lc_messages", "");
        if (!language.matches("(?:C|POSIX|en)?(?:[._].*)?")) {
            gaps.add(MESSAGES.text("gap.language", language));
        }
        if (!others.isEmpty()) {
            gaps.add(MESSAGES.text("gap.others", String.join("; ", others)));
        }
        return gaps;
    }
}
