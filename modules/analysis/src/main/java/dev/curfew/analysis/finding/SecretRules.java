package dev.curfew.analysis.finding;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules over where secrets are kept: in the open, in more than one place, across environments; by their keyed
/// fingerprints, and by the ids of the credentials that they are known to be of.
final class SecretRules {
    private static final String FINGERPRINT = "fingerprint";
    private static final String OF_VALUE = FINGERPRINT + ":";
    private static final String NAMED = "curfew:credential";
    private static final String OPEN = "curfew:in-the-open";
    private static final String ENVIRONMENT = "environment";
    private static final String PUBLIC_KEY = "spki";

    /// More are counted.
    private static final int NAMED_MAX = 5;

    private final SnapshotIndex index;
    private final Map<String, List<Resource>> places = new HashMap<>();
    private final Map<CredentialId, List<Resource>> named = new TreeMap<>();
    private final Map<String, List<Credential>> byPublicKey = new TreeMap<>();

    SecretRules(SnapshotIndex index) {
        this.index = index;
        for (Resource resource : index.snapshot().resources()) {
            resource.tags().forEach((tag, value) -> {
                if (tag.startsWith(OF_VALUE)) {
                    add(places, value, resource);
                } else if (tag.equals(NAMED)) {
                    named(value).forEach(id -> add(named, id, resource));
                }
            });
        }
        for (Credential credential : index.snapshot().credentials()) {
            String key = credential.attributes().getOrDefault(PUBLIC_KEY, "");
            if (!key.isEmpty() && credential.createdAt() != null) {
                byPublicKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(credential);
            }
        }
    }

    private static <K> void add(Map<K, List<Resource>> to, K key, Resource resource) {
        List<Resource> all = to.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (!all.contains(resource)) {
            all.add(resource);
        }
    }

    /// An id that several credentials have names none.
    private List<CredentialId> named(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(text -> index.resolve(text.strip()).stream()
                        .filter(CredentialId.class::isInstance)
                        .map(CredentialId.class::cast)
                        .toList())
                .filter(alike -> alike.size() == 1)
                .map(List::getFirst)
                .toList();
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (Credential credential : index.snapshot().credentials()) {
            if (credential.active()) {
                look(credential, found);
            }
        }
        byPublicKey.values().stream().filter(SecretRules::areSeveral).forEach(all -> found.add(ofOneKey(all)));
        return found;
    }

    /// One certificate that two sources have is one: its id is the hash of what it is.
    private static boolean areSeveral(List<Credential> all) {
        return all.stream().map(it -> it.id().nativeId()).distinct().count() > 1;
    }

    private void look(Credential credential, List<Finding> found) {
        List<Resource> all = Stream.concat(
                        credential.attributes().entrySet().stream()
                                .filter(it -> it.getKey().equals(FINGERPRINT)
                                        || it.getKey().startsWith(OF_VALUE))
                                .flatMap(it -> places.getOrDefault(it.getValue(), List.of()).stream()),
                        named.getOrDefault(credential.id(), List.of()).stream())
                .distinct()
                .toList();
        List<Resource> open = all.stream().filter(SecretRules::isOpen).toList();
        if (!open.isEmpty()) {
            boolean elsewhere = open.stream().noneMatch(it -> it.source().equals(credential.source()));
            found.add(Finding.about(
                    Rule.LEAKED,
                    elsewhere ? "known" : "found",
                    elsewhere ? Severity.HIGH : Severity.MEDIUM,
                    credential,
                    credential.name(),
                    names(open)));
        }
        if (all.size() > 1) {
            TreeSet<String> environments = all.stream()
                    .map(it -> it.tags().get(ENVIRONMENT))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
            found.add(
                    environments.size() > 1
                            ? Finding.about(
                                    Rule.CROSS_ENVIRONMENT,
                                    "",
                                    Severity.HIGH,
                                    credential,
                                    credential.name(),
                                    String.join(", ", environments),
                                    names(all))
                            : Finding.about(
                                    Rule.REUSED, "places", Severity.LOW, credential, credential.name(), names(all)));
        }
    }

    private static boolean isOpen(Resource resource) {
        return resource.tags().getOrDefault(OPEN, "").equals("true");
    }

    private static Finding ofOneKey(List<Credential> unsorted) {
        List<Credential> all =
                unsorted.stream().sorted(Comparator.comparing(Credential::id)).toList();
        Credential first = all.getFirst();
        String others = some(all.subList(1, all.size()).stream()
                .map(it -> it.source() + ":" + it.name())
                .toList());
        return Finding.about(Rule.REUSED, "key", Severity.LOW, first, first.name(), others);
    }

    private static String names(Collection<Resource> resources) {
        return some(resources.stream().map(it -> it.source() + ":" + it.name()).toList());
    }

    private static String some(List<String> texts) {
        List<String> sorted = texts.stream().sorted().toList();
        return sorted.size() <= NAMED_MAX
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, NAMED_MAX)) + " (+" + (sorted.size() - NAMED_MAX) + ")";
    }
}
