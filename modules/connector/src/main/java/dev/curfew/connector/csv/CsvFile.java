package dev.curfew.connector.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.curfew.connector.tree.SourceFile;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a CSV file (RFC 4180, UTF-8) row by row; none is kept. A row that is wrong is told, and the next ones are read
/// all the same: where quotes do not close, reading begins anew with the line after.
public final class CsvFile {
    private static final Messages MESSAGES = Messages.of(CsvFile.class);

    /// What one list of people or tickets has; more is several files.
    private static final int ROWS_MAX = 1_000_000;

    private static final int COLUMNS_MAX = 1_000;
    private static final int CELL_CHARACTERS_MAX = 1 << 16;
    private static final int ROW_CHARACTERS_MAX = 1 << 18;
    private static final int BUFFER_CHARACTERS_MAX = 1 << 19;

    /// How often reading begins anew; a file with more of it is no CSV file.
    private static final int BEGUN_MAX = 50;

    private static final int PROGRESS_EVERY = 5_000;

    /// Makes something of a row.
    @FunctionalInterface
    public interface Use {
        void row(Row row) throws WrongCell;
    }

    private final URI address;
    private final char separator;
    private final Map<String, String> mapping;
    private final Progress progress;
    private final Use use;
    private final Wrong wrong = new Wrong();
    private @Nullable Header header;
    private long rows;

    /// Where reading begins anew; 0: no more.
    private long from = 1;

    private CsvFile(URI address, char separator, Map<String, String> mapping, Progress progress, Use use) {
        this.address = address;
        this.separator = separator;
        this.mapping = mapping;
        this.progress = progress;
        this.use = use;
    }

    /// @param mapping settings, each with the name of the column that it stands for
    /// @return the rows that were wrong
    /// @throws SourceException if the file cannot be read, or has not these columns
    public static Wrong read(URI address, char separator, Map<String, String> mapping, Progress progress, Use use)
            throws InterruptedException {
        return new CsvFile(address, separator, mapping, progress, use).read();
    }

    private Wrong read() throws InterruptedException {
        SourceFile file = new SourceFile(
                address,
                path -> MESSAGES.text("file.none", path),
                (path, why) -> MESSAGES.text("file.other", path, why));
        for (int begun = 0; from > 0; begun++) {
            if (begun == BEGUN_MAX) {
                wrong.add(MESSAGES.text("wrong.quotes", from));
                break;
            }
            file.read(this::readOn);
        }
        progress.at(MESSAGES.text("rows"), rows, rows);
        return wrong;
    }

    private Boolean readOn(InputStream bytes) throws IOException, InterruptedException {
        long next = from;
        from = 0;
        try (CsvReader<CsvRecord> reader = reader(bytes)) {
            reader.skipLines(Math.toIntExact(next - 1));
            for (CsvRecord read : reader) {
                next = read.getStartingLineNumber() + lines(read);
                take(read);
                if (from < 0) {
                    break;
                }
            }
        } catch (CsvParseException _) {
            // the library's message quotes what it met
            broken(next);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return true;
    }

    private CsvReader<CsvRecord> reader(InputStream bytes) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(COLUMNS_MAX)
                .maxFieldSize(CELL_CHARACTERS_MAX)
                .maxRecordSize(ROW_CHARACTERS_MAX)
                .build();
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(true)
                .maxBufferSize(BUFFER_CHARACTERS_MAX)
                .build(handler, bytes, StandardCharsets.UTF_8);
    }

    /// How many lines of the file a row has: a cell in quotes may have several.
    private static long lines(CsvRecord read) {
        long lines = 1;
        for (int i = 0; i < read.getFieldCount(); i++) {
            String cell = read.getField(i);
            for (int at = 0; at < cell.length(); at++) {
                char each = cell.charAt(at);
                if (each == '\n' || (each == '\r' && !cell.startsWith("\n", at + 1))) {
                    lines++;
                }
            }
        }
        return lines;
    }

    private void broken(long line) {
        if (header == null) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("header.none", address.getPath()));
        }
        wrong.add(MESSAGES.text("wrong.row", line, MESSAGES.text("expected.quotes", CELL_CHARACTERS_MAX)));
        from = line + 1;
    }

    private void take(CsvRecord read) throws InterruptedException {
        List<String> cells = read.getFields();
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
            return;
        }
        Header names = header;
        if (names == null) {
            header = columns(cells);
            return;
        }
        if (rows == ROWS_MAX) {
            wrong.add(MESSAGES.text("wrong.limit", ROWS_MAX, read.getStartingLineNumber()));
            from = -1;
            return;
        }
        rows++;
        try {
            if (cells.size() != names.size()) {
                throw new WrongCell("", MESSAGES.text("expected.cells", names.size(), cells.size()));
            }
            use.row(new Row(mapping, names, cells));
        } catch (WrongCell e) {
            wrong.row(read.getStartingLineNumber(), names, e);
        }
        if (rows % PROGRESS_EVERY == 0) {
            progress.at(MESSAGES.text("rows"), rows, -1);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private Header columns(List<String> cells) {
        Header names = new Header(cells);
        String problem = names.problem(mapping);
        if (!problem.isEmpty()) {
            throw new SourceException(
                    SourceException.Kind.MALFORMED, MESSAGES.text("file.other", address.getPath(), problem));
        }
        return names;
    }
}
