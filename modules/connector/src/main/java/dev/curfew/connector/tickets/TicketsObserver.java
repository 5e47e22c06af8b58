package dev.curfew.connector.tickets;

import dev.curfew.connector.csv.CsvFile;
import dev.curfew.connector.csv.CsvSettings;
import dev.curfew.connector.csv.Wrong;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reads a list of approvals. No ticket is kept, only how long each team and role waited.
final class TicketsObserver implements Observer {
    private final Connection connection;
    private final InstantSource clock;

    TicketsObserver(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        TicketRows tickets = new TicketRows(CsvSettings.moments(connection));
        Wrong wrong = CsvFile.read(
                connection.address(),
                CsvSettings.separator(connection),
                CsvSettings.mapping(connection, TicketsConnector.COLUMNS),
                progress,
                tickets);
        Sheet sheet = new Sheet(connection.name(), "waits");
        Provenance provenance = sheet.from("rows", "{}");
        tickets.waits().forEach(waits -> sheet.add(waits.fact(connection.name(), provenance)));
        for (long each = 0; each < tickets.count(); each++) {
            sheet.item();
        }
        wrong.tell(sheet);
        Instant finished = clock.instant();
        return new Observation(connection.name(), started, finished, sheet.facts(), List.of(sheet.coverage(finished)));
    }
}
