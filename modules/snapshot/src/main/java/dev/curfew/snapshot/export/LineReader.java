package dev.curfew.snapshot.export;

import dev.curfew.snapshot.export.ExportException.Kind;
import dev.curfew.snapshot.json.JsonException;
import dev.curfew.snapshot.json.RecordJson;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON Lines, one object after another, and names the line that is none.
final class LineReader<T> {
    private final Path archive;
    private final ExportFile<T> file;
    private final RecordJson json;
    private final Limits limits;
    private final List<T> read = new ArrayList<>();

    LineReader(Path archive, ExportFile<T> file, RecordJson json, Limits limits) {
        this.archive = archive;
        this.file = file;
        this.json = json;
        this.limits = limits;
    }

    List<T> readAll(Reader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = text.read(); character >= 0; character = text.read()) {
            if (character == '\n') {
                add(line.toString());
                line.setLength(0);
            } else if (line.length() < limits.lineCharactersMax()) {
                line.append((char) character);
            } else {
                throw bad(ExportException.words("long-line", limits.lineCharactersMax()));
            }
        }
        if (!line.isEmpty()) {
            throw bad(ExportException.words("open-line"));
        }
        return read;
    }

    private void add(String line) {
        try {
            read.add(json.read(line, file.type()));
        } catch (JsonException e) {
            throw (ExportException) bad(String.valueOf(e.getMessage())).initCause(e);
        }
    }

    private ExportException bad(String why) {
        return ExportException.of(Kind.BAD_CONTENT, "bad-line", archive, file.name(), read.size() + 1, why);
    }
}
