package dev.curfew.connector.csv;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is said of a table besides its columns.
public final class CsvSettings {
    private static final Messages MESSAGES = Messages.of(CsvSettings.class);
    private static final String SEPARATOR = "separator";
    private static final String ZONE = "zone";
    private static final String DATES = "date-format";

    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

    private CsvSettings() {}

    /// Those that every table takes.
    public static List<Setting> all() {
        return List.of(
                Setting.text(ZONE, MESSAGES),
                Setting.text(DATES, MESSAGES),
                Setting.choice(SEPARATOR, List.of("comma", "semicolon", "tab", "bar"), MESSAGES)
                        .usually("comma"));
    }

    public static char separator(Connection connection) {
        return SEPARATORS.getOrDefault(connection.settings().getOrDefault(SEPARATOR, ""), ',');
    }

    /// @throws SourceException if zone or pattern are none
    public static Moments moments(Connection connection) {
        Map<String, String> settings = connection.settings();
        try {
            return Moments.of(settings.getOrDefault(ZONE, ""), settings.getOrDefault(DATES, ""));
        } catch (IllegalArgumentException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    /// The columns that were named, by the settings that name them.
    public static Map<String, String> mapping(Connection connection, List<String> columns) {
        Map<String, String> mapping = new TreeMap<>(connection.settings());
        mapping.keySet().retainAll(columns);
        return mapping;
    }
}
