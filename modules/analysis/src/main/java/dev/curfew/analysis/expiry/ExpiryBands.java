package dev.curfew.analysis.expiry;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Every credential of a snapshot and every open window by how soon it ends.
///
/// @param all soonest first; those without an instant at the end, each group by id
public record ExpiryBands(Instant now, List<Expiring> all) {

    private static final Comparator<Expiring> SOONEST_FIRST = Comparator.comparing(
                    ExpiryBands::instantOf, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Expiring::band)
            .thenComparing(Expiring::id);

    public ExpiryBands {
        all = List.copyOf(all);
    }

    /// @param windows those still open; a window whose credential the snapshot does not hold yet is listed all the same
    public static ExpiryBands of(SnapshotIndex index, Collection<Window> windows, Instant now) {
        Map<CredentialId, Window> open = windows.stream()
                .filter(Window::isOpen)
                .collect(Collectors.toMap(Window::credential, Function.identity(), (one, _) -> one, HashMap::new));
        List<Expiring> all = new ArrayList<>();
        for (Credential credential : index.snapshot().credentials()) {
            all.add(row(index, credential, open.remove(credential.id()), now));
        }
        open.values().forEach(window -> all.add(row(window, now)));
        all.sort(SOONEST_FIRST);
        return new ExpiryBands(now, all);
    }

    /// The band that an expiry falls in, seen from `now`.
    public static Band band(Expiry expiry, Instant now) {
        return switch (expiry) {
            case Expiry.Never() -> Band.NEVER;
            case Expiry.Unknown _ -> Band.UNKNOWN;
            case Expiry.At(Instant at) -> band(Duration.between(now, at));
        };
    }

    public List<Expiring> in(Band band) {
        return all.stream().filter(it -> it.band() == band).toList();
    }

    /// How many are in each band; every band has an entry.
    public Map<Band, Integer> counts() {
        Map<Band, Integer> counts = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            counts.put(band, 0);
        }
        all.forEach(it -> counts.merge(it.band(), 1, Integer::sum));
        return Map.copyOf(counts);
    }

    /// What ends in the week of `now` and in those after it, weeks without any included.
    ///
    /// @param weeks how many, at least one
    public List<WeekCount> byWeek(int weeks) {
        LocalDate first = monday(now);
        Map<LocalDate, List<Expiring>> byMonday = new HashMap<>();
        for (Expiring it : all) {
            if (it.expiry() instanceof Expiry.At(Instant at) && !at.isBefore(now)) {
                byMonday.computeIfAbsent(monday(at), _ -> new ArrayList<>()).add(it);
            }
        }
        return IntStream.range(0, weeks)
                .mapToObj(first::plusWeeks)
                .map(monday -> count(monday, byMonday.getOrDefault(monday, List.of())))
                .toList();
    }

    private static WeekCount count(LocalDate monday, List<Expiring> ending) {
        int windows = (int) ending.stream().filter(Expiring::endsAsItShould).count();
        return new WeekCount(
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                monday,
                ending.size() - windows,
                windows);
    }

    private static LocalDate monday(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Band band(Duration left) {
        if (left.isNegative() || left.isZero()) {
            return Band.EXPIRED;
        }
        if (left.compareTo(Duration.ofHours(24)) <= 0) {
            return Band.WITHIN_24_HOURS;
        }
        if (left.compareTo(Duration.ofDays(7)) <= 0) {
            return Band.WITHIN_7_DAYS;
        }
        return left.compareTo(Duration.ofDays(30)) <= 0 ? Band.WITHIN_30_DAYS : Band.LATER;
    }

    private static @Nullable Instant instantOf(Expiring it) {
        return it.expiry() instanceof Expiry.At(Instant at) ? at : null;
    }

    private static Expiring row(SnapshotIndex index, Credential it, @Nullable Window window, Instant now) {
        Expiry expiry = window == null ? it.expiry() : new Expiry.At(window.endsAt());
        return new Expiring(
                it.id(),
                it.kind(),
                it.name(),
                it.holder(),
                ownership(index, it.holder()),
                expiry,
                band(expiry, now),
                window == null ? null : window.id());
    }

    private static Expiring row(Window window, Instant now) {
        Expiry expiry = new Expiry.At(window.endsAt());
        return new Expiring(
                window.credential(),
                "curfew.window",
                window.policy().nativeId(),
                null,
                new Ownership.Unowned(),
                expiry,
                band(expiry, now),
                window.id());
    }

    private static Ownership ownership(SnapshotIndex index, @Nullable IdentityId holder) {
        return holder == null
                ? new Ownership.Unowned()
                : index.identity(holder).map(Identity::ownership).orElseGet(Ownership.Unowned::new);
    }
}
