package dev.curfew.connector.tickets;

import dev.curfew.connector.csv.CsvFile;
import dev.curfew.connector.csv.Moments;
import dev.curfew.connector.csv.Row;
import dev.curfew.connector.csv.WrongCell;
import dev.curfew.model.people.Waits;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Measures the waiting time of rows: over all, by team, by role, and by both.
final class TicketRows implements CsvFile.Use {
    private static final Messages MESSAGES = Messages.of(TicketRows.class);

    /// Teams and roles that somebody looks at; more is a column of something else.
    private static final int GROUPS_MAX = 10_000;

    private final Moments moments;
    private final Set<String> ids = new HashSet<>();
    private final Map<Group, Waiting> groups = new LinkedHashMap<>();
    private long count;

    /// Those of a team and a role; empty: of all.
    private record Group(String team, String role) {}

    TicketRows(Moments moments) {
        this.moments = moments;
    }

    long count() {
        return count;
    }

    List<Waits> waits() {
        return groups.entrySet().stream()
                .map(each ->
                        each.getValue().of(each.getKey().team(), each.getKey().role()))
                .toList();
    }

    @Override
    public void row(Row row) throws WrongCell {
        String id = row.needed(TicketsConnector.ID);
        Instant asked = moments.moment(row, TicketsConnector.ASKED);
        boolean decided = !row.text(TicketsConnector.DECIDED).isEmpty();
        Duration waited =
                decided ? Duration.between(asked, moments.moment(row, TicketsConnector.DECIDED)) : Duration.ZERO;
        if (waited.isNegative()) {
            throw row.wrong(TicketsConnector.DECIDED, MESSAGES.text("expected.later"));
        }
        List<Group> of = of(row.text(TicketsConnector.TEAM), row.text(TicketsConnector.ROLE));
        if (groups.size() > GROUPS_MAX && !groups.keySet().containsAll(of)) {
            throw row.wrong(TicketsConnector.TEAM, MESSAGES.text("expected.groups", GROUPS_MAX));
        }
        if (!ids.add(id)) {
            throw row.wrong(TicketsConnector.ID, MESSAGES.text("expected.once"));
        }
        count++;
        for (Group group : of) {
            Waiting waiting = groups.computeIfAbsent(group, _ -> new Waiting());
            waiting.asked(asked);
            if (decided) {
                waiting.decided(waited);
            }
        }
    }

    private static List<Group> of(String team, String role) {
        return Stream.of(new Group("", ""), new Group(team, ""), new Group("", role), new Group(team, role))
                .distinct()
                .toList();
    }
}
