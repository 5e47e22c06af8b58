package dev.curfew.analysis.signal;

import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.signal.SecretPlace;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which secrets of a form stand in a file that was read with exactly the same content. What stands there by now, or at
/// the same path of another version, may be another secret.
final class PlacedSecrets {
    /// By the content of files, what stands in them.
    private static final Derived<Map<String, Set<String>>> FINGERPRINTS =
            Derived.of(index -> fingerprints(index.snapshot()), Part.RESOURCES);

    private static final Derived<Map<String, List<Credential>>> BY_FINGERPRINT =
            Derived.of(index -> byFingerprint(index.snapshot()), Part.CREDENTIALS);

    private final SnapshotIndex index;

    PlacedSecrets(SnapshotIndex index) {
        this.index = index;
    }

    List<EntityId> of(SecretPlace place) {
        Set<EntityId> named = new TreeSet<>();
        for (String fingerprint : index.get(FINGERPRINTS).getOrDefault(place.content(), Set.of())) {
            for (Credential credential : index.get(BY_FINGERPRINT).getOrDefault(fingerprint, List.of())) {
                if (isOf(place.form(), credential)) {
                    named.add(issued(credential));
                }
            }
        }
        return List.copyOf(named);
    }

    private static Map<String, Set<String>> fingerprints(Snapshot snapshot) {
        Map<String, Set<String>> fingerprints = new HashMap<>();
        for (Resource file : snapshot.resources()) {
            String content = file.tags().get(SecretPlace.CONTENT);
            if (content != null) {
                Set<String> inside = fingerprints.computeIfAbsent(content, _ -> new HashSet<>());
                file.tags().forEach((tag, value) -> {
                    if (tag.startsWith(Contents.OF_VALUE)) {
                        inside.add(value);
                    }
                });
            }
        }
        return fingerprints;
    }

    private static Map<String, List<Credential>> byFingerprint(Snapshot snapshot) {
        Map<String, List<Credential>> byFingerprint = new HashMap<>();
        for (Credential credential : snapshot.credentials()) {
            String fingerprint = credential.attributes().getOrDefault(Contents.FINGERPRINT, "");
            if (!fingerprint.isEmpty()) {
                byFingerprint
                        .computeIfAbsent(fingerprint, _ -> new ArrayList<>(1))
                        .add(credential);
            }
        }
        return byFingerprint;
    }

    private static boolean isOf(String form, Credential credential) {
        return texts(credential, "form").anyMatch(form::equals);
    }

    /// The credential that it is the secret of, where that was read at its issuer: there it can be ended.
    private EntityId issued(Credential secret) {
        List<CredentialId> all = texts(secret, "of")
                .flatMap(id -> index.resolve(id).stream())
                .filter(CredentialId.class::isInstance)
                .map(CredentialId.class::cast)
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : secret.id();
    }

    private static Stream<String> texts(Credential credential, String attribute) {
        return Arrays.stream(credential.attributes().getOrDefault(attribute, "").split(", ", -1))
                .filter(text -> !text.isEmpty());
    }
}
