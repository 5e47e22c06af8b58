package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The credentials that are kept in secrets: where a fingerprint of a value is a credential's, made with the same key;
/// or where the secret's tag names the credential.
public final class Contents implements Inside {
    /// Ids of credentials, with commas between.
    public static final String NAMED = "curfew:credential";

    /// A credential has the keyed fingerprint of its value as an attribute of this name, or of one that begins with
    /// [#OF_VALUE].
    public static final String FINGERPRINT = "fingerprint";

    /// Begins a tag with the keyed fingerprint of one value.
    public static final String OF_VALUE = FINGERPRINT + ":";

    private final Map<ResourceId, List<Route>> routes = new LinkedHashMap<>();

    public Contents(SnapshotIndex index) {
        Map<String, List<CredentialId>> byFingerprint = byFingerprint(index);
        for (Resource resource : index.snapshot().resources()) {
            List<Route> inside = new ArrayList<>();
            resource.tags().forEach((tag, value) -> {
                if (tag.equals(NAMED)) {
                    named(index, value)
                            .forEach(id -> inside.add(route(resource.id(), id, NAMED + " " + id.nativeId())));
                } else if (tag.startsWith(OF_VALUE)) {
                    byFingerprint
                            .getOrDefault(value, List.of())
                            .forEach(id -> inside.add(route(resource.id(), id, tag)));
                }
            });
            if (!inside.isEmpty()) {
                inside.sort(Route.ORDER);
                routes.put(resource.id(), List.copyOf(inside));
            }
        }
    }

    private static Map<String, List<CredentialId>> byFingerprint(SnapshotIndex index) {
        Map<String, List<CredentialId>> byFingerprint = new HashMap<>();
        for (Credential credential : index.snapshot().credentials()) {
            credential.attributes().forEach((name, fingerprint) -> {
                if (!fingerprint.isEmpty() && (name.equals(FINGERPRINT) || name.startsWith(OF_VALUE))) {
                    byFingerprint
                            .computeIfAbsent(fingerprint, _ -> new ArrayList<>(1))
                            .add(credential.id());
                }
            });
        }
        return byFingerprint;
    }

    /// An id that several credentials have names none.
    private static List<CredentialId> named(SnapshotIndex index, String value) {
        List<CredentialId> named = new ArrayList<>();
        for (String text : value.split(",", -1)) {
            List<CredentialId> alike = index.resolve(text.strip()).stream()
                    .filter(CredentialId.class::isInstance)
                    .map(CredentialId.class::cast)
                    .toList();
            if (alike.size() == 1) {
                named.add(alike.getFirst());
            }
        }
        return named;
    }

    private static Route route(ResourceId secret, CredentialId credential, String why) {
        return new Route(
                credential,
                List.of(new Hop(secret, credential, HopKind.READS, "", Decisions.given(secret.nativeId(), why))));
    }

    @Override
    public List<Route> of(ResourceId thing) {
        return routes.getOrDefault(thing, List.of());
    }

    @Override
    public Set<EntityId> hangsOn(ResourceId thing) {
        return Set.of();
    }

    @Override
    public Collection<ResourceId> things() {
        return routes.keySet();
    }
}
