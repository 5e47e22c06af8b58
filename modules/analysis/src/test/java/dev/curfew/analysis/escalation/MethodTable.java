package dev.curfew.analysis.escalation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Tables of methods to be read by people: a line each, its columns between bars; `#` begins a remark.
public final class MethodTable {
    private static final int NAMED = 3;

    private MethodTable() {}

    /// A method, with what shows that it is found where it works, and where it nearly works not.
    ///
    /// @param need what has to hold besides; empty: nothing
    public record Row(String id, List<String> works, List<String> nearMiss, String need) {
        public Row {
            works = List.copyOf(works);
            nearMiss = List.copyOf(nearMiss);
        }

        public Certainty certainty() {
            return need.isEmpty() ? Certainty.CERTAIN : Certainty.POSSIBLE;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public static List<Row> rows(String resource) {
        return columns(resource).stream()
                .map(column -> new Row(
                        column.getFirst(),
                        parts(column.get(1)),
                        parts(column.get(2)),
                        column.get(NAMED).equals("certain") ? "" : column.get(NAMED)))
                .toList();
    }

    /// A list in one column.
    public static List<String> parts(String column) {
        return List.of(column.split(", "));
    }

    public static List<List<String>> columns(String resource) {
        InputStream stream = Objects.requireNonNull(MethodTable.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
