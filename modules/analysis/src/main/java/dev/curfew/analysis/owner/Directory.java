package dev.curfew.analysis.owner;

import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.people.Person;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The lists of people of a snapshot, as far as they are about certain owners: a list may have a million others.
public final class Directory {
    private final Set<String> wanted = new HashSet<>();
    private final Map<How, Map<String, Listed>> listed = new EnumMap<>(How.class);
    /// Whether each was read whole.
    private final TreeMap<SourceName, Boolean> lists = new TreeMap<>();

    private @Nullable Instant nextLeaving;

    private Directory() {}

    /// @param owners as tags name them
    public static Directory of(Snapshot snapshot, Collection<String> owners, Instant now) {
        Directory directory = new Directory();
        owners.forEach(owner -> OwnerNames.of(owner).forEach(directory.wanted::add));
        for (Resource resource : snapshot.resources()) {
            if (resource.kind().equals(Person.KIND)) {
                directory.lists.put(resource.source(), true);
                Person.of(resource).ifPresent(person -> directory.take(resource, person, now));
            }
        }
        for (Coverage coverage : snapshot.coverage()) {
            directory.lists.computeIfPresent(coverage.source(), (_, whole) -> whole && coverage.provesAbsence());
        }
        return directory;
    }

    private void take(Resource fact, Person person, Instant now) {
        boolean found = false;
        for (How how : How.values()) {
            for (String name : new TreeSet<>(how.of(person))) {
                if (wanted.contains(name)) {
                    found = true;
                    listed.computeIfAbsent(how, _ -> new HashMap<>())
                            .computeIfAbsent(name, _ -> new Listed())
                            .add(fact.id(), person.left());
                }
            }
        }
        Instant left = person.left();
        if (found && left != null && left.isAfter(now) && (nextLeaving == null || left.isBefore(nextLeaving))) {
            nextLeaving = left;
        }
    }

    /// Whether there is no list at all.
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /// When the next of them leaves, so that what is said now holds no longer; null: nobody is known to.
    public @Nullable Instant nextLeaving() {
        return nextLeaving;
    }

    /// @param owner one of those the directory was made for
    public Judged judge(String owner, Instant now) {
        Judged whole = judge(owner, How.plain(owner), now);
        if (isKnown(whole)) {
            return whole;
        }
        List<Judged> parts = OwnerNames.parts(owner).stream()
                .map(part -> judge(owner, part, now))
                .filter(Directory::isKnown)
                .toList();
        boolean all = parts.size() == OwnerNames.parts(owner).size();
        return parts.stream()
                .filter(part -> part.verdict() != Verdict.GONE || all)
                .min(Comparator.comparing(part -> part.verdict() == Verdict.GONE))
                .orElse(whole);
    }

    private static boolean isKnown(Judged judged) {
        return judged.how() != null;
    }

    private Judged judge(String owner, String name, Instant now) {
        for (How how : How.values()) {
            Listed here = listed.getOrDefault(how, Map.of()).get(name);
            if (here != null) {
                Judged judged = here.judged(owner, how, now);
                return how == How.TEAM && !isWhole(judged) ? unknown(owner, Verdict.UNKNOWN) : judged;
            }
        }
        boolean whole = !lists.isEmpty() && lists.values().stream().allMatch(it -> it);
        return unknown(owner, whole ? Verdict.UNLISTED : Verdict.UNKNOWN);
    }

    /// Of a team somebody may be left whom a list that was read in part does not show.
    private boolean isWhole(Judged judged) {
        return judged.verdict() != Verdict.GONE || lists.getOrDefault(new SourceName(judged.list()), false);
    }

    private Judged unknown(String owner, Verdict verdict) {
        String list = lists.isEmpty() ? "" : lists.firstKey().value();
        return new Judged(owner, verdict, null, list, List.of(), null);
    }
}
