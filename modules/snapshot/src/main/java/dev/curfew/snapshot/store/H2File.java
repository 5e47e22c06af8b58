package dev.curfew.snapshot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/// An encrypted H2 file, and the ways to open it.
public final class H2File {
    /// H2 adds its own ending to it.
    private static final String NAME = "curfew";

    public static final String FILE_NAME = NAME + ".mv.db";

    /// - `COMPRESS=TRUE`: JSON shrinks to about a seventh, which is that much less to encrypt.
    /// - `WRITE_DELAY=0`: without it a killed process loses commits that it has reported.
    /// - `DB_CLOSE_ON_EXIT=FALSE`: it closes with its last connection, when the workspace does.
    /// - `TRACE_LEVEL_FILE=0`: a trace file would hold statements in clear.
    /// - `LAZY_QUERY_EXECUTION=1` and no limit of rows in memory: a large result would go to a temporary file in
    ///   clear.
    private static final String SETTINGS = ";CIPHER=AES;COMPRESS=TRUE;WRITE_DELAY=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LAZY_QUERY_EXECUTION=1;MAX_MEMORY_ROWS=" + Integer.MAX_VALUE;

    private static final String CREATE = "";
    private static final String WRITE = ";IFEXISTS=TRUE";
    private static final String READ = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

    /// Below this nobody minds, and a command on the command line ends sooner.
    private static final long WASTE_BYTES_MIN = 4L * 1024 * 1024;

    private static final int PERCENT = 100;

    private final Path folder;
    private final byte[] key;

    /// @param key 32 random bytes, lent: H2 derives its own from them with few rounds, which is enough only for a
    ///     random key
    /// @throws IllegalArgumentException for a folder it [cannot be in][#canBeIn]
    public H2File(Path folder, byte[] key) {
        if (!canBeIn(folder)) {
            throw new IllegalArgumentException("a folder without a semicolon in its path");
        }
        this.folder = folder.toAbsolutePath();
        this.key = key;
    }

    /// Whether H2 can be told of a file there: its settings follow the path, after a semicolon.
    public static boolean canBeIn(Path folder) {
        return folder.toAbsolutePath().toString().indexOf(';') < 0;
    }

    static boolean isInUse(SQLException e) {
        return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    DataSource creating() {
        return source(CREATE);
    }

    DataSource writing() {
        return source(WRITE);
    }

    DataSource reading() {
        return source(READ);
    }

    /// Makes H2 write each commit behind the last one while the file is open. Without this, commits that it has
    /// reported are lost when the process is killed; `docs/decisions/0008-append-only-while-open.md` says why. What
    /// it wastes, [#reclaim] gets back.
    static void appendOnly(Connection connection) throws SQLException {
        store(connection).setReuseSpace(false);
    }

    /// Closes the file, and with it every connection, first rewriting it where more than half of it is of no use any
    /// more. The copy takes the file's place in one step when it is whole and on the disk: whenever the process is
    /// killed, one or the other is there.
    static void reclaim(Connection connection) throws SQLException {
        FileStore<?> file = store(connection).getFileStore();
        long live = file.size() * file.getFillRate() / PERCENT * file.getChunksFillRate() / PERCENT;
        if (file.size() > WASTE_BYTES_MIN && live < file.size() / 2) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            }
        }
    }

    /// Whether the connection's transaction has changed anything yet.
    static boolean hasChanges(Connection connection) throws SQLException {
        return session(connection).hasPendingTransaction();
    }

    private static MVStore store(Connection connection) throws SQLException {
        return session(connection).getDatabase().getStore().getMvStore();
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            return session;
        }
        throw new SQLException("an embedded database has a local session");
    }

    /// `async:`, because the plain file system closes the file when a thread that writes is interrupted, and work is
    /// cancelled by interrupting.
    private JdbcDataSource source(String mode) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:async:" + folder.resolve(NAME) + SETTINGS + mode);
        source.setUser(NAME);
        source.setPasswordChars(password());
        return source;
    }

    /// The file's password, a space, the user's; the user's is empty, for the file's guards all.
    private char[] password() {
        char[] password = new char[2 * key.length + 1];
        Arrays.fill(password, ' ');
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < key.length; i++) {
            password[2 * i] = hex.toHighHexDigit(key[i]);
            password[2 * i + 1] = hex.toLowHexDigit(key[i]);
        }
        return password;
    }
}
