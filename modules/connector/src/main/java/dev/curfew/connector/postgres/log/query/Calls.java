package dev.curfew.connector.postgres.log.query;

import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.model.timeline.DeedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Functions that do more than their query says.
public final class Calls {
    private static final Set<String> MAKE = Set.of(
            "cron.schedule",
            "cron.schedule_in_database",
            "vault.create_secret",
            "pg_create_logical_replication_slot",
            "pg_create_physical_replication_slot",
            "lo_import");

    private static final Set<String> CHANGE = Set.of(
            "cron.alter_job",
            "vault.update_secret",
            "pg_terminate_backend",
            "pg_cancel_backend",
            "pg_reload_conf",
            "pg_rotate_logfile",
            "lo_export");

    private static final Set<String> DELETE = Set.of("cron.unschedule", "pg_drop_replication_slot");

    /// Files of the server.
    private static final Set<String> READ_SECRETS =
            Set.of("pg_read_file", "pg_read_binary_file", "pg_logical_slot_get_changes");

    private static final Set<String> READ =
            Set.of("pg_ls_dir", "query_to_xml", "table_to_xml", "schema_to_xml", "database_to_xml");

    /// They log in elsewhere.
    private static final Set<String> BECOME =
            Set.of("dblink", "dblink_exec", "dblink_connect", "dblink_connect_u", "dblink_send_query");

    private Calls() {}

    public static List<Told> told(List<Token> tokens) {
        List<Told> told = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isSign('(') && tokens.get(i - 1).isName()) {
                of(tokens, i).filter(it -> !told.contains(it)).ifPresent(told::add);
            }
        }
        return told;
    }

    private static Optional<Told> of(List<Token> tokens, int bracket) {
        String name = tokens.get(bracket - 1).text();
        boolean isIn = bracket > 2 && tokens.get(bracket - 2).isSign('.');
        String whole = isIn ? tokens.get(bracket - 3).text() + "." + name : name;
        if (name.equals("set_config")) {
            return becoming(tokens, bracket);
        }
        return kind(whole).or(() -> kind(name)).map(kind -> Told.of(kind, whole + "()"));
    }

    private static Optional<DeedKind> kind(String name) {
        if (MAKE.contains(name)) {
            return Optional.of(DeedKind.CREATED);
        }
        if (CHANGE.contains(name)) {
            return Optional.of(DeedKind.CHANGED);
        }
        if (DELETE.contains(name)) {
            return Optional.of(DeedKind.DELETED);
        }
        if (READ_SECRETS.contains(name)) {
            return Optional.of(DeedKind.READ_SECRET);
        }
        if (BECOME.contains(name)) {
            return Optional.of(DeedKind.BECAME);
        }
        return READ.contains(name) ? Optional.of(DeedKind.READ) : Optional.empty();
    }

    /// `set_config('role', 'bo', false)` is `SET ROLE bo`.
    private static Optional<Told> becoming(List<Token> tokens, int bracket) {
        if (bracket + 3 >= tokens.size() || tokens.get(bracket + 3).kind() != Token.Kind.TEXT) {
            return Optional.empty();
        }
        String named = tokens.get(bracket + 3).text();
        return switch (tokens.get(bracket + 1).text()) {
            case "role" -> Optional.of(Told.of(DeedKind.BECAME, "SET ROLE " + named));
            case "session_authorization" -> Optional.of(Told.of(DeedKind.BECAME, "SET SESSION AUTHORIZATION " + named));
            default -> Optional.empty();
        };
    }
}
