package dev.curfew.snapshot.lock;

import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.json.JsonException;
import dev.curfew.snapshot.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Which of several processes does what one alone is to do in a folder, as a file there says. Whoever has it renews it
/// while it holds the folder's lock, so that two never have it. Whoever waits for it reads that file alone.
public final class Lease {
    static final String FILE_NAME = "curfew.lease";

    private final Path file;
    private final LockHolder me;
    private final Duration patience;
    private final LongSupplier nanos;
    private final RecordJson json = new RecordJson();
    private Optional<Held> seen = Optional.empty();
    private long seenAt;

    /// @param renewals how often it was renewed: that it changes is what shows that its holder goes on
    record Held(LockHolder holder, long renewals) {}

    /// @param patience for how long by this process's clock another's stands that is not renewed
    public Lease(Path folder, Instant now, Duration patience) {
        this(folder, LockHolder.thisProcess(now), patience, System::nanoTime);
    }

    Lease(Path folder, LockHolder me, Duration patience, LongSupplier nanos) {
        this.file = folder.resolve(FILE_NAME);
        this.me = me;
        this.patience = patience;
        this.nanos = nanos;
    }

    /// Who else has it; empty if nobody has, or whoever had it is gone or has not renewed it for too long. Needs no
    /// lock.
    public Optional<LockHolder> other() {
        Optional<Held> held = read();
        if (!held.equals(seen)) {
            seen = held;
            seenAt = nanos.getAsLong();
        }
        return held.map(Held::holder)
                .filter(holder -> !holder.equals(me))
                .filter(holder -> !isGone(holder))
                .filter(_ -> nanos.getAsLong() - seenAt < patience.toNanos());
    }

    /// Takes it, or keeps it. Only with the folder locked, and where [#other] says that nobody else has it.
    public void renew() {
        Held mine = new Held(
                me,
                read().filter(held -> held.holder().equals(me))
                                .map(Held::renewals)
                                .orElse(0L)
                        + 1);
        try {
            PrivateFiles.replace(file, json.write(mine).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it is seen from here that the holder is gone. Of another machine's processes nothing is known but what
    /// they write.
    public boolean isSeen(LockHolder holder) {
        return holder.host().equals(me.host());
    }

    private boolean isGone(LockHolder holder) {
        return isSeen(holder)
                && !ProcessHandle.of(holder.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    /// What cannot be read is nobody's: it is written anew by whoever has the folder.
    private Optional<Held> read() {
        try {
            return Optional.of(json.read(Files.readString(file), Held.class));
        } catch (NoSuchFileException | CharacterCodingException | JsonException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
