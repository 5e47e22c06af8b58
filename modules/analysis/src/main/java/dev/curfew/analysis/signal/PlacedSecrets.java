package dev.curfew.analysis.signal;

import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.signal.SecretPlace;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which secrets of a form stand in a file that was read with exactly the same content. What stands there by now, or at
/// the same path of another version, may be another secret.
final class PlacedSecrets {
    private static final String OF_VALUE = Contents.FINGERPRINT + ":";

    private final SnapshotIndex index;

    PlacedSecrets(SnapshotIndex index) {
        this.index = index;
    }

    List<EntityId> of(SecretPlace place) {
        Set<String> fingerprints = index.snapshot().resources().stream()
                .filter(file -> place.content().equals(file.tags().get(SecretPlace.CONTENT)))
                .flatMap(PlacedSecrets::fingerprints)
                .collect(Collectors.toSet());
        Set<EntityId> named = new TreeSet<>();
        for (Credential credential : index.snapshot().credentials()) {
            if (fingerprints.contains(credential.attributes().getOrDefault(Contents.FINGERPRINT, ""))
                    && isOf(place.form(), credential)) {
                named.add(issued(credential));
            }
        }
        return List.copyOf(named);
    }

    private static Stream<String> fingerprints(Resource file) {
        return file.tags().entrySet().stream()
                .filter(tag -> tag.getKey().startsWith(OF_VALUE))
                .map(tag -> tag.getValue());
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
