package dev.curfew.analysis.finding;

import dev.curfew.analysis.secret.SecretPlaces;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rules over where secrets are kept: in the open, in more than one place, across environments; by their keyed
/// fingerprints, and by the ids of the credentials that they are known to be of.
final class SecretRules {
    static final Set<Rule> FOUND = Set.of(Rule.CROSS_ENVIRONMENT, Rule.LEAKED, Rule.REUSED);

    private static final String PUBLIC_KEY = "spki";

    /// More are counted.
    private static final int NAMED_MAX = 5;

    private final SnapshotIndex index;
    private final SecretPlaces places;
    private final Map<String, List<Credential>> byPublicKey = new TreeMap<>();

    SecretRules(SnapshotIndex index) {
        this.index = index;
        places = new SecretPlaces(index);
        for (Credential credential : index.snapshot().credentials()) {
            String key = credential.attributes().getOrDefault(PUBLIC_KEY, "");
            if (!key.isEmpty() && credential.createdAt() != null) {
                byPublicKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(credential);
            }
        }
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

    /// One certificate that two sources have is one.
    private static boolean areSeveral(List<Credential> all) {
        return all.stream().map(OutlivedRules::identity).distinct().count() > 1;
    }

    private void look(Credential credential, List<Finding> found) {
        List<Resource> all = places.of(credential);
        List<Resource> open = all.stream().filter(SecretPlaces::isOpen).toList();
        if (!open.isEmpty()) {
            boolean elsewhere = open.stream().noneMatch(it -> it.source().equals(credential.source()));
            found.add(Finding.about(
                            Rule.LEAKED,
                            elsewhere ? "known" : "found",
                            elsewhere ? Severity.HIGH : Severity.MEDIUM,
                            credential,
                            credential.name(),
                            names(open))
                    .on(open.stream().map(it -> it.id().text()).toList()));
        }
        if (all.size() > 1) {
            TreeSet<String> environments = all.stream()
                    .map(SecretPlaces::environment)
                    .filter(it -> !it.isEmpty())
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

    /// Sorted; of many the first, and how many more.
    static String some(List<String> texts) {
        List<String> sorted = texts.stream().sorted().toList();
        return sorted.size() <= NAMED_MAX
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, NAMED_MAX)) + " (+" + (sorted.size() - NAMED_MAX) + ")";
    }
}
