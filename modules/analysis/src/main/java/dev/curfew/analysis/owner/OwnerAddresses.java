package dev.curfew.analysis.owner;

import dev.curfew.model.id.ResourceId;
import dev.curfew.model.people.Person;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/// The mail addresses of owners, by lists of people alone: what a tag says is no address to write to.
public final class OwnerAddresses {
    private OwnerAddresses() {}

    /// Of each owner whose name stands for one person who is there and has an address. A team has none.
    ///
    /// @param owners as tags name them
    public static Map<String, String> of(Snapshot snapshot, Collection<String> owners, Instant now) {
        Directory directory = Directory.of(snapshot, owners, now);
        Map<String, ResourceId> people = new HashMap<>();
        owners.forEach(owner -> person(directory.judge(owner, now)).ifPresent(person -> people.put(owner, person)));
        Map<ResourceId, String> addresses = addresses(snapshot, new HashSet<>(people.values()));
        Map<String, String> all = new HashMap<>();
        people.forEach((owner, person) -> {
            if (addresses.containsKey(person)) {
                all.put(owner, addresses.get(person));
            }
        });
        return Map.copyOf(all);
    }

    private static Optional<ResourceId> person(Judged judged) {
        return judged.verdict() == Verdict.HERE
                        && judged.how() != How.TEAM
                        && judged.people().size() == 1
                ? Optional.of(judged.people().getFirst())
                : Optional.empty();
    }

    private static Map<ResourceId, String> addresses(Snapshot snapshot, Collection<ResourceId> people) {
        Map<ResourceId, String> addresses = new HashMap<>();
        snapshot.resources().stream()
                .filter(resource -> people.contains(resource.id()))
                .forEach(resource -> Person.of(resource).map(Person::emails).stream()
                        .flatMap(Collection::stream)
                        .findFirst()
                        .ifPresent(email -> addresses.put(resource.id(), email)));
        return addresses;
    }
}
