package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.PasswordKind;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.SessionRow;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is known of how roles log in, and who is logged in now.
public final class Logins {
    /// The mark on what Curfew itself uses.
    static final String OWN = "curfew:own";

    private static final Messages MESSAGES = Messages.of(Logins.class);

    /// What is open now, and no word of what was before.
    private static final UsageQuality NOW = new UsageQuality("pg_stat_activity", Duration.ZERO, Duration.ZERO, false);

    /// A role that more places use than this is shared by all, which the number says too.
    private static final int CLIENTS_MAX = 20;

    private final Known known;
    private final Map<Long, List<SessionRow>> sessions;

    /// What was read.
    ///
    /// @param passwords by oid; empty where the reading role may not know
    /// @param settings names of the settings that a role has of its own, by oid
    /// @param prepared transactions that it prepared and nobody has finished, by oid
    /// @param own names of the roles that Curfew itself logs in as
    public record Known(
            Map<Long, PasswordKind> passwords,
            Map<Long, String> settings,
            Map<Long, Integer> prepared,
            List<SessionRow> sessions,
            Set<String> own) {
        public Known {
            passwords = Map.copyOf(passwords);
            settings = Map.copyOf(settings);
            prepared = Map.copyOf(prepared);
            sessions = List.copyOf(sessions);
            own = Set.copyOf(own);
        }
    }

    public Logins(Known known) {
        this.known = known;
        sessions = known.sessions().stream().collect(Collectors.groupingBy(SessionRow::role));
    }

    PasswordKind password(RoleRow role) {
        return known.passwords().getOrDefault(role.oid(), PasswordKind.UNKNOWN);
    }

    boolean isOwn(RoleRow role) {
        return known.own().contains(role.name());
    }

    List<SessionRow> sessionsOf(long oid) {
        return sessions.getOrDefault(oid, List.of());
    }

    /// Sessions that go on although their role was dropped.
    int orphans(Roles roles) {
        return known.sessions().stream()
                .filter(row -> roles.of(row.role()).isEmpty())
                .mapToInt(SessionRow::count)
                .sum();
    }

    /// Whether it is, or was, one to log in as: a role that may not log in and has a password had it for that.
    boolean isLogin(RoleRow role) {
        PasswordKind kind = password(role);
        return role.logsIn() || role.validUntil() != null || kind == PasswordKind.SCRAM || kind == PasswordKind.MD5;
    }

    Usage groupUsage() {
        return new Usage.NotObserved(MESSAGES.text("usage.group"));
    }

    Usage usage(RoleRow role) {
        if (isOwn(role)) {
            return new Usage.NotObserved(MESSAGES.text("usage.own"));
        }
        return newest(sessionsOf(role.oid()))
                .orElseGet(() -> isLogin(role) ? new Usage.NotObserved(MESSAGES.text("usage.none")) : groupUsage());
    }

    private static Optional<Usage> newest(List<SessionRow> open) {
        SessionRow newest = null;
        Instant at = null;
        for (SessionRow row : open) {
            Instant began = row.newest();
            if (began != null && (at == null || began.isAfter(at))) {
                newest = row;
                at = began;
            }
        }
        return newest == null || at == null ? Optional.empty() : Optional.of(new Usage.Seen(at, client(newest), NOW));
    }

    /// What else is told of a role.
    Map<String, String> marks(RoleRow role) {
        Map<String, String> marks = new TreeMap<>();
        if (isOwn(role)) {
            marks.put(OWN, "true");
        }
        String settings = known.settings().getOrDefault(role.oid(), "");
        if (!settings.isEmpty()) {
            marks.put("settings", settings);
        }
        int transactions = known.prepared().getOrDefault(role.oid(), 0);
        if (transactions > 0) {
            marks.put("prepared-transactions", String.valueOf(transactions));
        }
        return marks;
    }

    static String clients(List<SessionRow> open) {
        List<String> all = open.stream().map(Logins::client).distinct().sorted().toList();
        String some = all.stream().limit(CLIENTS_MAX).collect(Collectors.joining("; "));
        return all.size() <= CLIENTS_MAX ? some : MESSAGES.text("clients.more", some, all.size() - CLIENTS_MAX);
    }

    private static String client(SessionRow row) {
        String application = row.application().isEmpty() ? MESSAGES.text("client.unnamed") : row.application();
        String address = row.address().isEmpty() ? MESSAGES.text("client.local") : row.address();
        return MESSAGES.text("client", application, address, row.database());
    }
}
