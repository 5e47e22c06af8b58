package dev.curfew.analysis.owner;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An owner, and how much there is of it.
///
/// @param identities how many it answers for
/// @param evidence where that is written, each place once
public record OwnerRow(Judged judged, long identities, List<String> evidence) {
    public OwnerRow {
        evidence = List.copyOf(evidence);
    }

    /// Those who are gone first, then those who have most.
    public static List<OwnerRow> of(Snapshot snapshot, Instant now) {
        Map<String, List<Identity>> owned = new TreeMap<>();
        for (Identity identity : snapshot.identities()) {
            OwnerNames.owner(identity)
                    .ifPresent(owner ->
                            owned.computeIfAbsent(owner, _ -> new ArrayList<>()).add(identity));
        }
        Directory directory = Directory.of(snapshot, owned.keySet(), now);
        Set<String> gone = goneBySource(snapshot);
        return owned.entrySet().stream()
                .map(each -> new OwnerRow(
                        judge(directory, each.getKey(), gone, now),
                        each.getValue().size(),
                        evidence(each.getValue())))
                .sorted(Comparator.comparing((OwnerRow row) -> row.judged().verdict())
                        .thenComparing(
                                Comparator.comparingLong(OwnerRow::identities).reversed()))
                .toList();
    }

    private static List<String> evidence(List<Identity> owned) {
        return owned.stream()
                .map(identity -> identity.ownership().evidence())
                .distinct()
                .sorted()
                .toList();
    }

    /// Those whom a source itself knows to be gone.
    private static Set<String> goneBySource(Snapshot snapshot) {
        return snapshot.identities().stream()
                .map(Identity::ownership)
                .filter(Ownership.OwnerGone.class::isInstance)
                .map(it -> ((Ownership.OwnerGone) it).owner())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Judged judge(Directory directory, String owner, Set<String> gone, Instant now) {
        Judged judged = directory.judge(owner, now);
        return judged.how() == null && gone.contains(owner)
                ? new Judged(owner, Verdict.GONE, null, "", List.of(), null)
                : judged;
    }

    /// Everything that answers to somebody, by whatever sure name of theirs; what a team of theirs answers for is not.
    public static List<Identity> ownedBy(Snapshot snapshot, String owner) {
        Instant now = snapshot.takenAt();
        Set<String> names = new TreeSet<>(Set.of(owner));
        snapshot.identities().forEach(identity -> OwnerNames.owner(identity).ifPresent(names::add));
        Directory directory = Directory.of(snapshot, names, now);
        Set<ResourceId> people = people(directory.judge(owner, now));
        names.removeIf(name -> !name.equals(owner)
                && people(directory.judge(name, now)).stream().noneMatch(people::contains));
        return snapshot.identities().stream()
                .filter(identity ->
                        OwnerNames.owner(identity).filter(names::contains).isPresent())
                .toList();
    }

    private static Set<ResourceId> people(Judged judged) {
        return judged.how() == How.TEAM || judged.verdict() == Verdict.AMBIGUOUS
                ? Set.of()
                : Set.copyOf(judged.people());
    }
}
