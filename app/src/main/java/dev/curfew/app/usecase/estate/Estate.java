package dev.curfew.app.usecase.estate;

import dev.curfew.analysis.owner.OwnersJoined;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The newest snapshot with its index, read from the store once and again only after a sync.
public final class Estate {
    private final Store store;
    private final Supplier<Predicate<SourceName>> connected;
    private final InstantSource clock;
    private @Nullable SnapshotIndex current;
    /// When an owner leaves next, so that `current` is to be made anew.
    private @Nullable Instant currentUntil;
    /// Made when somebody first asks by one.
    private @Nullable Aliases aliases;

    /// @param connected whether a source is connected; asked anew at each reading. What was removed is no gap: it is
    ///     as unknown as what was never connected.
    public Estate(Store store, Supplier<Predicate<SourceName>> connected, InstantSource clock) {
        this.store = store;
        this.connected = connected;
        this.clock = clock;
    }

    /// With owners joined with the lists of people there are.
    public synchronized SnapshotIndex current() {
        SnapshotIndex index = current;
        Instant now = clock.instant();
        if (index == null || (currentUntil != null && !currentUntil.isAfter(now))) {
            OwnersJoined joined = OwnersJoined.of(connectedOnly(store.current()), now);
            index = new SnapshotIndex(joined.snapshot());
            current = index;
            currentUntil = joined.until();
            aliases = null;
        }
        return index;
    }

    private Snapshot connectedOnly(Snapshot all) {
        Predicate<SourceName> isConnected = connected.get();
        List<Coverage> coverage = all.coverage().stream()
                .filter(scope -> isConnected.test(scope.source()))
                .toList();
        return coverage.size() == all.coverage().size()
                ? all
                : new Snapshot(
                        all.number(),
                        all.takenAt(),
                        all.identities(),
                        all.credentials(),
                        all.policies(),
                        all.grants(),
                        all.memberships(),
                        all.resources(),
                        all.trusts(),
                        coverage);
    }

    /// To be called when the store has a newer snapshot.
    public synchronized void refresh() {
        current = null;
        aliases = null;
    }

    public SnapshotIndex asOf(Instant moment) {
        return new SnapshotIndex(OwnersJoined.of(store.asOf(moment), moment).snapshot());
    }

    /// Everything whose id the text is: `<source>:<native id>`, a bare native id, or a credential's fingerprint.
    public List<EntityId> named(String text) {
        List<EntityId> named = current().resolve(text.strip());
        return named.isEmpty() ? aliases().ofFingerprint(text.strip()) : named;
    }

    /// To look at: takes a name too, which is no id, and may be given to another thing tomorrow.
    public Lookup find(String text) {
        List<EntityId> named = named(text);
        List<EntityId> meant = named.isEmpty() ? aliases().ofName(text.strip()) : named;
        return switch (meant.size()) {
            case 0 -> new Lookup.Unknown(text.strip());
            case 1 -> new Lookup.Found(meant.getFirst());
            default -> new Lookup.Ambiguous(text.strip(), meant);
        };
    }

    private synchronized Aliases aliases() {
        Aliases known = aliases;
        if (known == null) {
            known = Aliases.in(current().snapshot());
            aliases = known;
        }
        return known;
    }

    public Freshness freshness() {
        Snapshot snapshot = current().snapshot();
        List<Coverage> gaps = snapshot.coverage().stream()
                .filter(coverage -> !coverage.provesAbsence())
                .toList();
        Set<SourceName> all =
                snapshot.coverage().stream().map(Coverage::source).collect(Collectors.toUnmodifiableSet());
        Set<SourceName> torn = gaps.stream().map(Coverage::source).collect(Collectors.toUnmodifiableSet());
        Optional<Duration> age = snapshot.number() == 0
                ? Optional.empty()
                : Optional.of(Duration.between(snapshot.takenAt(), clock.instant()));
        return new Freshness(snapshot.number(), snapshot.takenAt(), age, all.size(), all.size() - torn.size(), gaps);
    }
}
