package dev.curfew.connector.people;

import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.people.Person;
import dev.curfew.model.port.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A list of people to be read.
final class PeopleFixture {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Path file;
    private final Map<String, String> settings = new TreeMap<>();

    PeopleFixture(Path folder) {
        file = folder.resolve("staff.csv");
    }

    Path file() {
        return file;
    }

    PeopleFixture with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    PeopleFixture without(String setting) {
        settings.remove(setting);
        return this;
    }

    Observation read(String text) throws InterruptedException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    Observation read(byte[] bytes) throws InterruptedException {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read();
    }

    Observation read() throws InterruptedException {
        Connection connection = new Connection(
                new SourceName("hr"), "people", file.toUri(), false, NOW, PeopleConnector.KIND.complete(settings));
        return new PeopleConnector(InstantSource.fixed(NOW))
                .observer(connection, new NoSecrets())
                .observe(Progress.SILENT);
    }

    static List<Person> people(Observation read) {
        return read.facts().stream()
                .map(Resource.class::cast)
                .map(fact -> Person.of(fact).orElseThrow())
                .toList();
    }

    static Coverage coverage(Observation read) {
        return read.coverage().getFirst();
    }
}
