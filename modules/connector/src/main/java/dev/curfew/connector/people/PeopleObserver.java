package dev.curfew.connector.people;

import dev.curfew.connector.csv.CsvFile;
import dev.curfew.connector.csv.CsvSettings;
import dev.curfew.connector.csv.Wrong;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.people.Person;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reads a list of people. Absence from it never says that somebody has left: only a date or a status does.
final class PeopleObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(PeopleObserver.class);

    private final Connection connection;
    private final InstantSource clock;

    PeopleObserver(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        PersonRows people = new PersonRows(connection);
        Wrong wrong = CsvFile.read(
                connection.address(),
                CsvSettings.separator(connection),
                CsvSettings.mapping(connection, PeopleConnector.COLUMNS),
                progress,
                people);
        Sheet sheet = new Sheet(connection.name(), "people");
        Provenance provenance = sheet.from("row", "{}");
        for (Person person : people.all()) {
            sheet.item();
            sheet.add(person.fact(connection.name(), provenance));
        }
        wrong.tell(sheet);
        if (wrong.count() == 0 && connection.settings().containsKey(PeopleConnector.PART)) {
            sheet.skip(MESSAGES.text("part"));
        }
        Instant finished = clock.instant();
        return new Observation(connection.name(), started, finished, sheet.facts(), List.of(sheet.coverage(finished)));
    }
}
