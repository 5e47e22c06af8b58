package dev.curfew.connector.postgres.log;

import dev.curfew.connector.record.Entries;
import dev.curfew.connector.record.RecordForm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/// The server's log, of which each file has one of two forms.
record ServerLog() implements RecordForm<LogLine> {
    /// `log_filename` with its ending replaced, and what logrotate makes of it. Without one of these endings it is
    /// plain text, which does not tell who it was.
    private static final Pattern NAMES = Pattern.compile(".*\\.(?:csv|json)(?:[-.]\\d[\\d.-]*)?(?:\\.gz)?");

    @Override
    public Entries<LogLine> open(InputStream in) throws IOException {
        BufferedInputStream whole = new BufferedInputStream(in);
        whole.mark(1);
        int first = whole.read();
        whole.reset();
        return first == '{' ? new JsonEntries(whole) : new CsvEntries(whole);
    }

    @Override
    public boolean holds(String path) {
        return NAMES.matcher(path).matches();
    }
}
