package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.aws.AwsRoutes;
import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Paths of an AWS secrets engine: who reads one is given keys of a role that the engine assumes with its own, or of a
/// user whom it makes with policies.
///
/// <https://developer.hashicorp.com/vault/api-docs/secret/aws>
public final class AwsEngines implements Inside {
    /// The roles that a path gives keys of, ARNs with commas between.
    public static final String ROLES = "aws-role-arns";

    /// The policies of the user that a path makes, ARNs with commas between.
    public static final String POLICIES = "aws-policy-arns";

    /// The id of the engine's own access key; never its secret.
    public static final String KEY = "aws-access-key";

    private final SnapshotIndex index;
    private final AwsRoutes aws;
    private final Map<ResourceId, Resource> paths = new LinkedHashMap<>();

    public AwsEngines(SnapshotIndex index, AwsRoutes aws) {
        this.index = index;
        this.aws = aws;
        for (Resource resource : index.snapshot().resources()) {
            if (resource.tags().containsKey(ROLES) || resource.tags().containsKey(POLICIES)) {
                paths.put(resource.id(), resource);
            }
        }
    }

    @Override
    public List<Route> of(ResourceId thing) {
        Resource path = paths.get(thing);
        List<Route> found = new ArrayList<>();
        if (path != null) {
            for (EntityId named : named(path, ROLES)) {
                if (named instanceof IdentityId role) {
                    add(found, path, role, HopKind.FEDERATES, "sts:AssumeRole", assume(path, role));
                }
            }
            for (EntityId named : named(path, POLICIES)) {
                if (named instanceof PolicyId policy) {
                    add(found, path, policy, HopKind.MINTS, "iam:CreateUser", engine(path));
                }
            }
        }
        return found;
    }

    private static void add(
            List<Route> found, Resource path, EntityId target, HopKind kind, String actions, Evaluation decision) {
        if (!Decisions.isDenied(decision)) {
            found.add(new Route(target, List.of(new Hop(path.id(), target, kind, actions, decision))));
        }
    }

    private List<EntityId> named(Resource path, String tag) {
        return Arrays.stream(path.tags().getOrDefault(tag, "").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> index.resolve(text).stream())
                .distinct()
                .toList();
    }

    private Evaluation assume(Resource path, IdentityId role) {
        List<Evaluation> decisions = new ArrayList<>();
        for (Credential key : keys(path)) {
            IdentityId holder = key.holder();
            if (holder != null && CredentialRoutes.works(key, index)) {
                decisions.add(Decisions.all(List.of(engine(path), aws.mayAssume(holder, role))));
            }
        }
        return keys(path).isEmpty()
                ? Decisions.provided(engine(path), "the engine's own key may assume it")
                : Decisions.best(decisions);
    }

    private static Evaluation engine(Resource path) {
        return Decisions.given(path.id().nativeId(), "role of the engine");
    }

    private List<Credential> keys(Resource path) {
        String key = path.tags().getOrDefault(KEY, "");
        return key.isEmpty()
                ? List.of()
                : index.resolve(key).stream()
                        .filter(CredentialId.class::isInstance)
                        .map(CredentialId.class::cast)
                        .flatMap(id -> index.credential(id).stream())
                        .toList();
    }

    /// The roles and policies themselves, and whoever assumes them.
    @Override
    public Set<EntityId> hangsOn(ResourceId thing) {
        Set<EntityId> all = new HashSet<>();
        Resource path = paths.get(thing);
        if (path != null) {
            all.addAll(named(path, ROLES));
            all.addAll(named(path, POLICIES));
            for (Credential key : keys(path)) {
                all.add(key.id());
                if (key.holder() != null) {
                    all.add(key.holder());
                }
            }
        }
        return all;
    }

    @Override
    public Collection<ResourceId> things() {
        return paths.keySet();
    }
}
