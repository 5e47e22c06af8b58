package dev.curfew.app.console.bench;

import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.wiring.Places;
import dev.curfew.app.wiring.Surroundings;
import dev.curfew.app.wiring.WiredWorkspaces;
import dev.curfew.app.wiring.ledger.LedgerIdentity;
import dev.curfew.ledger.log.SqlAuditLog;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Progress;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// A real workspace in a temporary folder, encrypted, at a fixed moment.
public final class SampleWorkspace implements AutoCloseable {

    /// The moment of every test: pictures show it.
    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    public static final String PASSPHRASE = "correct horse battery staple";

    private static final int IDENTITIES = 400;
    private static final long SEED = 1;

    private final Path folder;
    private final WiredWorkspaces workspaces;
    private final Desk desk;

    private SampleWorkspace(Path folder, WiredWorkspaces workspaces, Desk desk) {
        this.folder = folder;
        this.workspaces = workspaces;
        this.desk = desk;
    }

    private SampleWorkspace(boolean filled, Clock clock) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("curfew-console-test");
        workspaces = workspaces(folder, clock);
        try (Secret passphrase = Secret.of(PASSPHRASE)) {
            desk = workspaces.create(place(), new Unlock.Passphrase(passphrase));
        }
        if (filled) {
            desk.sources().sample(IDENTITIES, SEED, Progress.SILENT);
        }
    }

    /// With the sample estate.
    public static SampleWorkspace filled() throws IOException, InterruptedException {
        return new SampleWorkspace(true, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// With the sample estate, two officers, and what they decided. Nothing can be revoked in the sample.
    public static SampleWorkspace decided() throws IOException, InterruptedException {
        SampleWorkspace workspace = filled();
        new Decisions(workspace.desk()).make();
        return workspace;
    }

    public static SampleWorkspace empty() throws IOException, InterruptedException {
        return new SampleWorkspace(false, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// With a sample estate that was read on some of the days before, each time with more or fewer identities in it.
    ///
    /// @param identities how many on each of the days up to today; 0: not read
    public static SampleWorkspace moving(int... identities) throws IOException, InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        SampleWorkspace workspace = new SampleWorkspace(false, clock(now::get));
        for (int day = 0; day < identities.length; day++) {
            now.set(NOW.minus(Duration.ofDays(identities.length - 1L - day)));
            if (identities[day] > 0) {
                workspace.desk().sources().sample(identities[day], SEED, Progress.SILENT);
            }
        }
        return workspace;
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    /// Without the sample, at the real time: for real servers.
    public static SampleWorkspace live() throws IOException, InterruptedException {
        return new SampleWorkspace(false, Clock.systemUTC());
    }

    /// This one, closed and opened again after somebody who has its key, and is no officer, wrote to its ledger.
    public SampleWorkspace forged(AuditEvent... entries) {
        desk.close();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (Secret passphrase = Secret.of(PASSPHRASE);
                Workspace raw = Workspace.open(
                        place().directory(), new WorkspaceKey.Passphrase(passphrase, QuickPassphrases.COST), clock)) {
            NoteSigner signer = LedgerIdentity.of(raw.secrets(), raw.id());
            SqlAuditLog log = new SqlAuditLog(signer.verifier().name(), signer, clock);
            for (AuditEvent entry : entries) {
                raw.unitOfWork().run(transaction -> log.append(transaction, entry));
            }
        }
        try (Secret passphrase = Secret.of(PASSPHRASE)) {
            return new SampleWorkspace(folder, workspaces, workspaces.open(place(), new Unlock.Passphrase(passphrase)));
        }
    }

    public static WiredWorkspaces workspaces(Path folder, Clock clock) {
        return new WiredWorkspaces(new Surroundings(
                new Places(folder.resolve("workspace"), folder.resolve("device")),
                "test-host",
                clock,
                new SecureRandom(),
                warning -> {},
                QuickPassphrases.COST));
    }

    public Desk desk() {
        return desk;
    }

    private WorkspacePlace place() {
        return WorkspacePlace.at(folder.resolve("workspace"));
    }

    @Override
    public void close() throws IOException {
        desk.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
