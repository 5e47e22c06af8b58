package dev.curfew.connector.csv;

import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The first row, which names the columns.
final class Header {
    private final List<String> names = new ArrayList<>();

    Header(List<String> cells) {
        cells.forEach(cell -> names.add(plain(cell)));
    }

    int size() {
        return names.size();
    }

    /// Where a column is, from 0.
    ///
    /// @throws IllegalArgumentException where the column is not there, or there twice
    int at(String column) {
        int first = names.indexOf(plain(column));
        if (first < 0 || first != names.lastIndexOf(plain(column))) {
            throw new IllegalArgumentException(column);
        }
        return first;
    }

    /// What is wrong with a mapping, for a person; empty: nothing. Names of columns that are there are not told: the
    /// first row of the wrong file may be anything.
    ///
    /// @param mapping settings, each with the column that it names
    String problem(Map<String, String> mapping) {
        Messages messages = Messages.of(Header.class);
        for (Map.Entry<String, String> each : mapping.entrySet()) {
            long there = names.stream().filter(plain(each.getValue())::equals).count();
            if (there == 0) {
                return messages.text("header.missing", names.size(), each.getValue(), each.getKey());
            }
            if (there > 1) {
                return messages.text("header.twice", each.getValue(), each.getKey());
            }
        }
        return "";
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
