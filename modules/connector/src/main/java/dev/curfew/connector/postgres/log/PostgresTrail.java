package dev.curfew.connector.postgres.log;

import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.sql.Statement;
import dev.curfew.connector.record.Deeds;
import dev.curfew.connector.record.Follower;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Follows a role through the log, as whomever it acts, and those who act as it.
final class PostgresTrail implements Follower<LogLine> {
    private static final Messages MESSAGES = Messages.of(PostgresTrail.class);
    private static final String LOGIN = "LOGIN ";

    /// Where nothing says that a session ended, the oldest are forgotten.
    private static final int SESSIONS_MAX = 100_000;

    /// A session that is idle leaves open how its last statement went; those behind it wait no longer than this.
    private static final int HELD_MAX = 10_000;

    private final String role;
    private final String inSmallLetters;
    private final Deeds deeds;
    private final Map<String, LogSession> sessions = new LinkedHashMap<>();
    private final Deque<Pending> held = new ArrayDeque<>();
    private final Set<String> unsureZones = new TreeSet<>();
    private final LoggedBefore before;

    PostgresTrail(String role, Instant since) {
        this.role = role;
        inSmallLetters = role.toLowerCase(Locale.ROOT);
        this.deeds = new Deeds(since);
        this.before = new LoggedBefore(since);
    }

    @Override
    public boolean take(LogLine line) {
        String zone = LogTime.zone(line.time());
        if (!LogTime.isSure(zone)) {
            unsureZones.add(zone);
        }
        before.take(line);
        LogSession session = sessions.get(line.session());
        if (session == null) {
            if (!concerns(line)) {
                return true;
            }
            session = new LogSession(line.user());
            sessions.put(line.session(), session);
            forget();
        }
        if (session.isNew(line)) {
            read(line, session);
            drain();
        }
        return true;
    }

    /// Most sessions are somebody else's, and never become it.
    private boolean concerns(LogLine line) {
        return line.user().equals(role)
                || line.message().toLowerCase(Locale.ROOT).contains(inSmallLetters);
    }

    private void forget() {
        if (sessions.size() > SESSIONS_MAX) {
            String oldest = sessions.keySet().iterator().next();
            Optional.ofNullable(sessions.remove(oldest)).ifPresent(session -> session.end(false));
        }
    }

    private void read(LogLine line, LogSession session) {
        switch (Logged.of(line)) {
            case Logged.LetIn _ -> login(line, session, false);
            case Logged.TurnedAway _ -> login(line, session, true);
            case Logged.Sent sent -> {
                session.end(false);
                begin(line, session, sent.text(), sent.statements());
            }
            case Logged.Failed failed -> fail(line, session, failed.text());
            case Logged.Left _ -> {
                session.end(false);
                sessions.remove(line.session());
            }
            case Logged.Done _ -> session.end(false);
            case Logged.Other _ -> {
                // It says nothing of what was done.
            }
        }
    }

    private void login(LogLine line, LogSession session, boolean failed) {
        session.end(false);
        Told told = new Told(DeedKind.BECAME, LOGIN + line.database(), "");
        Pending pending = session.begin("");
        add(line, session, told, pending);
        session.end(failed);
    }

    private void begin(LogLine line, LogSession session, String text, List<Statement> statements) {
        Pending pending = session.begin(text);
        for (Statement statement : statements) {
            statement.told().forEach(told -> add(line, session, told, pending));
            statement.acting().ifPresent(session::go);
        }
    }

    /// An error of what was sent last, or of something that was not logged when it was sent.
    private void fail(LogLine line, LogSession session, String text) {
        boolean isOfLast = session.pending()
                .filter(pending -> text.isEmpty() || pending.isOf(text))
                .isPresent();
        if (!isOfLast) {
            session.end(false);
            begin(line, session, text, Statement.of(text));
        }
        session.end(true);
    }

    private void add(LogLine line, LogSession session, Told told, Pending pending) {
        whose(session).ifPresent(by -> {
            pending.add(Deed.once(
                    LogTime.of(line.time()).orElse(Instant.EPOCH),
                    told.kind(),
                    told.target(),
                    told.detail(),
                    new Origin(line.from(), line.application(), ""),
                    by,
                    true));
            if (pending.deeds().size() == 1) {
                held.add(pending);
            }
        });
    }

    /// As in `Deed.by`; empty where it is another's.
    private Optional<String> whose(LogSession session) {
        String acting = session.acting();
        if (session.user().equals(role)) {
            return Optional.of(acting.isEmpty() ? "" : MESSAGES.text("by.as", acting));
        }
        return acting.equals(role) ? Optional.of(MESSAGES.text("by.other", session.user())) : Optional.empty();
    }

    /// In the order in which they were begun.
    private void drain() {
        while (!held.isEmpty() && (held.element().ended() || held.size() > HELD_MAX)) {
            held.remove().deeds().forEach(deeds::add);
        }
    }

    @Override
    public Deeds deeds() {
        sessions.values().forEach(session -> session.end(false));
        drain();
        return deeds;
    }

    @Override
    public List<String> caveats() {
        return List.of(MESSAGES.text("gap.inside"), MESSAGES.text("gap.undone"), MESSAGES.text("gap.name"));
    }

    @Override
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>(before.gaps());
        if (!unsureZones.isEmpty()) {
            gaps.add(MESSAGES.text("gap.zone", String.join(", ", unsureZones)));
        }
        return gaps;
    }
}
