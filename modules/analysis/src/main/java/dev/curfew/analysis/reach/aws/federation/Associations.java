package dev.curfew.analysis.reach.aws.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.analysis.kubernetes.RbacSubject;
import dev.curfew.analysis.reach.federation.FederationTags;
import dev.curfew.analysis.reach.federation.Issuers;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The associations of EKS Pod Identity that were read, and the clusters of which all were.
final class Associations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MECHANISM = "aws.pod-identity";
    private static final String READ = "pod-identities";

    private static final Derived<Associations> ALL =
            Derived.of(Associations::new, Part.TRUSTS, Part.POLICIES, Part.RESOURCES);

    /// @param issuer of the cluster's tokens, as [Issuers#plain] writes it; empty: not known
    /// @param tagged whether the session is begun with tags
    /// @param target the role that is handed out instead, begun by this one; empty: none
    /// @param narrowed whether it has a policy of its own beside the role's
    record Association(
            IdentityId role, String cluster, String issuer, boolean tagged, String target, boolean narrowed) {}

    private final Map<String, List<Association>> bySubject = new HashMap<>();
    private final Set<IdentityId> roles = new HashSet<>();
    private final Set<String> readIssuers = new HashSet<>();

    /// With an association of which nobody knows whom it is for.
    private final Set<SourceName> obscure = new HashSet<>();

    private Associations(SnapshotIndex index) {
        for (Trust trust : index.snapshot().trusts()) {
            if (trust.mechanism().equals(MECHANISM)) {
                add(
                        trust.target(),
                        index.policy(trust.document()).map(Policy::text).orElse(""));
            }
        }
        for (Resource resource : index.snapshot().resources()) {
            if (resource.kind().equals(PodIdentities.CLUSTER)
                    && resource.tags().containsKey(READ)
                    && !obscure.contains(resource.id().source())) {
                readIssuers.add(Issuers.plain(resource.tags().getOrDefault(FederationTags.CLUSTER_ISSUER, "")));
            }
        }
        readIssuers.remove("");
    }

    static Associations of(SnapshotIndex index) {
        return index.get(ALL);
    }

    private void add(IdentityId role, String text) {
        roles.add(role);
        JsonNode document = document(text);
        String namespace = document.path("namespace").asText();
        String account = document.path("serviceAccount").asText();
        if (namespace.isEmpty() || account.isEmpty()) {
            obscure.add(role.source());
            return;
        }
        bySubject
                .computeIfAbsent(RbacSubject.serviceAccount(namespace, account).user(), _ -> new ArrayList<>(1))
                .add(new Association(
                        role,
                        document.path("clusterName").asText(),
                        Issuers.plain(document.path("issuer").asText()),
                        !document.path("disableSessionTags").asBoolean(),
                        document.path("targetRoleArn").asText(),
                        document.has("policy")));
    }

    private static JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /// Those that may be the account's.
    ///
    /// @param issuer of its tokens; empty: not known
    List<Association> of(String subject, String issuer) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(each -> each.issuer().isEmpty()
                        || issuer.isEmpty()
                        || each.issuer().equals(issuer))
                .toList();
    }

    /// Whether all associations of the cluster with these tokens are known.
    boolean areKnownOf(String issuer) {
        return readIssuers.contains(issuer);
    }

    Set<IdentityId> roles() {
        return roles;
    }
}
