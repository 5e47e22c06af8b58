package dev.curfew.app.usecase.notice;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Messenger;
import dev.curfew.model.notice.Messenger.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Brings notices, apart from whoever decides: nothing waits for a receiver, and the workspace may be closed meanwhile.
/// What arrived is entered at the next round. Killed before that, the same is brought again, with the same id: what is
/// told is told at least once.
///
/// Used by one thread.
public final class Courier implements AutoCloseable {
    /// By one carrier in one round; the rest goes in the next.
    private static final int PARCELS_MAX = 50;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration WAIT_MAX = Duration.ofHours(1);

    private final Messenger messenger;
    private final InstantSource clock;
    private final BiConsumer<String, Told> changes;
    private final ToldAlready memory = new ToldAlready();
    private final Map<String, Setback> setbacks = new HashMap<>();
    private final ConcurrentLinkedQueue<Brought> brought = new ConcurrentLinkedQueue<>();
    private final List<Thread> under = new ArrayList<>();

    private record Setback(int times, Instant until) {}

    private record Brought(Parcel parcel, Told told) {}

    /// @param changes told when a carrier begins to fail, and when it works again, by its name
    public Courier(Messenger messenger, InstantSource clock, BiConsumer<String, Told> changes) {
        this.messenger = messenger;
        this.clock = clock;
        this.changes = changes;
    }

    /// Enters what arrived since the last round, and begins to bring what is still to go. At once: neither waits.
    ///
    /// @throws dev.curfew.app.usecase.Refused after that, if it is in doubt where notices go
    public void round(Notices notices) {
        bring(notices);
        notices.requireBelieved();
    }

    private void bring(Notices notices) {
        note(notices);
        under.removeIf(thread -> !thread.isAlive());
        if (!under.isEmpty()) {
            return;
        }
        note(notices);
        Map<String, List<Parcel>> byCarrier = new LinkedHashMap<>();
        for (Parcel parcel : notices.parcels(memory)) {
            String carrier = parcel.carrier().name();
            Setback setback = setbacks.get(carrier);
            if (setback == null || !clock.instant().isBefore(setback.until())) {
                byCarrier.computeIfAbsent(carrier, _ -> new ArrayList<>()).add(parcel);
            }
        }
        byCarrier.values().forEach(parcels -> begin(notices, parcels));
    }

    /// Enters what arrived since.
    public void note(Notices notices) {
        for (Brought one = brought.poll(); one != null; one = brought.poll()) {
            notices.enter(one.parcel(), one.told());
            remember(one.parcel().carrier().name(), one.told());
        }
    }

    private void remember(String carrier, Told told) {
        Setback before = setbacks.get(carrier);
        if (told.there()) {
            setbacks.remove(carrier);
        } else {
            int times = before == null ? 0 : before.times() + 1;
            setbacks.put(carrier, new Setback(times, clock.instant().plus(wait(times))));
        }
        if (told.there() == (before != null)) {
            changes.accept(carrier, told);
        }
    }

    /// Doubled each time, and between half and the whole of that, so that many consoles do not come back at once.
    private static Duration wait(int times) {
        long whole = Math.min(FIRST_WAIT.toMillis() << Math.min(times, 16), WAIT_MAX.toMillis());
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    private void begin(Notices notices, List<Parcel> parcels) {
        @Nullable Secret secret = notices.secret(parcels.getFirst().carrier()).orElse(null);
        under.add(Thread.ofVirtual().name("notice-", 0).start(() -> bring(parcels, secret)));
    }

    /// In their order, until one does not arrive.
    private void bring(List<Parcel> parcels, @Nullable Secret secret) {
        try (secret) {
            for (Parcel parcel : parcels.subList(0, Math.min(PARCELS_MAX, parcels.size()))) {
                Told told = messenger.carry(parcel.carrier(), parcel.notice(), secret);
                brought.add(new Brought(parcel, told));
                if (!told.there()) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for what is under way.
    public void await(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        for (Thread thread : under) {
            thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    /// What is under way is given up; it is brought again.
    @Override
    public void close() {
        under.forEach(Thread::interrupt);
    }
}
