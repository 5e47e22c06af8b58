package dev.curfew.analysis.secret;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where the values of credentials stand, in files and in the secrets of clusters: by their keyed fingerprints, and by
/// the ids of the credentials that they are known to be of.
public final class SecretPlaces {
    private static final String FINGERPRINT = "fingerprint";
    private static final String OF_VALUE = FINGERPRINT + ":";
    private static final String NAMED = "curfew:credential";
    private static final String OPEN = "curfew:in-the-open";
    private static final String ENVIRONMENT = "environment";
    private static final String PUBLIC_KEY = "spki";

    private final SnapshotIndex index;
    private final Map<String, List<Resource>> places = new HashMap<>();
    private final Map<CredentialId, List<Resource>> named = new TreeMap<>();

    public SecretPlaces(SnapshotIndex index) {
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

    /// Where a credential's value stands, each place once.
    public List<Resource> of(Credential credential) {
        return Stream.concat(
                        credential.attributes().entrySet().stream()
                                .filter(it -> isFingerprint(it.getKey()))
                                .flatMap(it -> places.getOrDefault(it.getValue(), List.of()).stream()),
                        named.getOrDefault(credential.id(), List.of()).stream())
                .distinct()
                .toList();
    }

    /// Whether anything here is known by a fingerprint, so that it is worth making one.
    public boolean hasFingerprints() {
        return !places.isEmpty()
                || index.snapshot().credentials().stream()
                        .anyMatch(it -> it.attributes().keySet().stream().anyMatch(SecretPlaces::isFingerprint));
    }

    /// The credentials that have the value of a fingerprint.
    public List<Credential> withFingerprint(String fingerprint) {
        return index.snapshot().credentials().stream()
                .filter(credential -> credential.attributes().entrySet().stream()
                        .anyMatch(it ->
                                isFingerprint(it.getKey()) && it.getValue().equals(fingerprint)))
                .toList();
    }

    /// The certificates of a private key, and other certificates of a certificate's key.
    public List<Credential> ofOneKey(Credential credential) {
        String key = credential.attributes().getOrDefault(PUBLIC_KEY, "");
        return key.isEmpty()
                ? List.of()
                : index.snapshot().credentials().stream()
                        .filter(it -> !it.id().equals(credential.id()))
                        .filter(it -> key.equals(it.attributes().get(PUBLIC_KEY)))
                        .toList();
    }

    private static boolean isFingerprint(String attribute) {
        return attribute.equals(FINGERPRINT) || attribute.startsWith(OF_VALUE);
    }

    /// Whether it stands there for everybody on the machine to read.
    public static boolean isOpen(Resource place) {
        return place.tags().getOrDefault(OPEN, "").equals("true");
    }

    /// What the place is for, as far as is known; empty where nothing is.
    public static String environment(Resource place) {
        return place.tags().getOrDefault(ENVIRONMENT, "");
    }
}
