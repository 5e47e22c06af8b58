package dev.curfew.ledger;

import dev.curfew.ledger.log.LedgerRows;
import dev.curfew.ledger.log.SqlAuditLog;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.verify.LedgerVerifier;
import dev.curfew.ledger.verify.Verification;
import dev.curfew.ledger.witness.Held;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A ledger in an H2 of its own, in memory.
public final class LedgerFixture implements AutoCloseable {
    public static final String ORIGIN = "curfew.local/test";
    public static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");

    public final NoteSigner signer = NoteSigner.of(ORIGIN, NoteSigner.newKey());
    public final SqlAuditLog log = new SqlAuditLog(ORIGIN, signer, InstantSource.fixed(NOW));
    public final Connection jdbc;
    public final Transaction transaction;

    public LedgerFixture() throws SQLException {
        jdbc = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
        transaction = over(jdbc);
        log.prepare(transaction);
    }

    public static Transaction over(Connection jdbc) {
        return (Transaction) Proxy.newProxyInstance(
                Transaction.class.getClassLoader(), new Class<?>[] {Transaction.class}, (_, method, _) -> {
                    if (method.getName().equals("jdbc")) {
                        return jdbc;
                    }
                    throw new AssertionError("the ledger uses nothing but jdbc(), not " + method);
                });
    }

    public LedgerFixture append(int count) {
        return append(0, count);
    }

    /// @param first the number of the first event
    public LedgerFixture append(int first, int count) {
        for (int i = first; i < first + count; i++) {
            log.append(transaction, event(i));
        }
        return this;
    }

    public static AuditEvent event(int number) {
        return new AuditEvent(
                "request.approved",
                NOW.plusSeconds(number),
                "bo",
                Sha256.hex("subject " + number),
                Map.of("number", number, "words", "\"quoted\" — ü"));
    }

    public void sql(String sql) throws SQLException {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(sql);
        }
    }

    public Verification verify(Held... held) {
        LedgerRows rows = new LedgerRows(jdbc);
        return LedgerVerifier.verify(
                ORIGIN, signer.verifier(), rows.entries(0, Integer.MAX_VALUE), rows.checkpoints(), List.of(held));
    }

    public String newestNote() {
        return log.checkpoint(transaction).orElseThrow().note();
    }

    @Override
    public void close() throws SQLException {
        jdbc.close();
    }
}
