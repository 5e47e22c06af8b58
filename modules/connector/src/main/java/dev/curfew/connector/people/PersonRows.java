package dev.curfew.connector.people;

import dev.curfew.connector.csv.CsvFile;
import dev.curfew.connector.csv.CsvSettings;
import dev.curfew.connector.csv.Moments;
import dev.curfew.connector.csv.Row;
import dev.curfew.connector.csv.WrongCell;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.people.Person;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes people of rows.
final class PersonRows implements CsvFile.Use {
    private static final Messages MESSAGES = Messages.of(PersonRows.class);

    /// By which somebody can be known; without any of them a list joins nothing.
    private static final List<String> NAMING =
            List.of(PeopleConnector.EMAIL, PeopleConnector.USER, PeopleConnector.ALIAS, PeopleConnector.NAME);

    private final Map<String, String> settings;
    private final Moments moments;
    private final Set<String> leftStatus;
    private final Map<String, Person> people = new TreeMap<>();
    /// One object for each of them: thousands are in one team, and left on one day.
    private final Map<String, String> teams = new HashMap<>();

    private final Map<Instant, Instant> days = new HashMap<>();

    /// @throws SourceException if the settings name no column by which people are known, or half of what tells leaving
    PersonRows(Connection connection) {
        settings = connection.settings();
        moments = CsvSettings.moments(connection);
        leftStatus = list(settings.getOrDefault(PeopleConnector.LEFT_STATUS, "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (NAMING.stream().noneMatch(settings::containsKey)) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("columns.none"));
        }
        if (settings.containsKey(PeopleConnector.STATUS) != !leftStatus.isEmpty()) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("status.half"));
        }
    }

    /// By key.
    Collection<Person> all() {
        return people.values();
    }

    @Override
    public void row(Row row) throws WrongCell {
        Person read = person(row);
        Person before = people.putIfAbsent(read.key(), read);
        if (before != null && !before.equals(read)) {
            people.put(read.key(), longerHere(before, read));
            throw row.wrong(keySetting(row), MESSAGES.text("expected.once"));
        }
    }

    private Person person(Row row) throws WrongCell {
        List<String> emails =
                list(row.text(PeopleConnector.EMAIL).toLowerCase(Locale.ROOT)).toList();
        List<String> users = list(row.text(PeopleConnector.USER)).toList();
        List<String> aliases = list(row.text(PeopleConnector.ALIAS)).toList();
        String name = row.text(PeopleConnector.NAME);
        String team = row.text(PeopleConnector.TEAM);
        String id = row.text(PeopleConnector.ID);
        String key = Stream.of(List.of(id), emails, users, aliases, List.of(name))
                .flatMap(List::stream)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow(() -> row.wrong(
                        NAMING.stream()
                                .filter(settings::containsKey)
                                .findFirst()
                                .orElse(""),
                        MESSAGES.text("expected.key")));
        return new Person(key, name, emails, users, aliases, teams.computeIfAbsent(team, it -> it), left(row));
    }

    private @Nullable Instant left(Row row) throws WrongCell {
        if (!row.text(PeopleConnector.LEFT).isEmpty()) {
            return days.computeIfAbsent(moments.end(row, PeopleConnector.LEFT), it -> it);
        }
        return leftStatus.contains(row.text(PeopleConnector.STATUS).toLowerCase(Locale.ROOT)) ? Person.SOME_DAY : null;
    }

    /// Of two rows for one person the one counts by which the person is here longer: who came back is here.
    private static Person longerHere(Person one, Person other) {
        if (one.left() == null || other.left() == null) {
            return one.left() == null ? one : other;
        }
        return other.left().isAfter(one.left()) ? other : one;
    }

    private String keySetting(Row row) throws WrongCell {
        for (String setting :
                Stream.concat(Stream.of(PeopleConnector.ID), NAMING.stream()).toList()) {
            if (!row.text(setting).isEmpty()) {
                return setting;
            }
        }
        return "";
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split("[,;|]", -1)).map(String::strip).filter(each -> !each.isEmpty());
    }
}
