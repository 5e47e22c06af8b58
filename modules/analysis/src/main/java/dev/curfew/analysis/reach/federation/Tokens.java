package dev.curfew.analysis.reach.federation;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which identities have a token: Kubernetes service accounts, and whoever is said to have one (the jobs of a
/// pipeline).
public final class Tokens {
    private static final String ACCOUNT = "kubernetes.service-account";
    /// What signs and checks the tokens of all its service accounts.
    public static final String CLUSTER = "kubernetes.cluster";

    /// <https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html>
    private static final String ROLE_ARN = "eks.amazonaws.com/role-arn";

    private static final String AWS_AUDIENCE = "sts.amazonaws.com";

    private final SnapshotIndex index;
    private final Map<SourceName, Resource> clusters = new HashMap<>();

    Tokens(SnapshotIndex index) {
        this.index = index;
        for (Resource resource : index.snapshot().resources()) {
            if (resource.kind().equals(CLUSTER)) {
                clusters.put(resource.source(), resource);
            }
        }
    }

    Optional<Token> of(IdentityId id) {
        return index.identity(id).flatMap(this::of);
    }

    Optional<Token> of(Identity identity) {
        if (identity.kind().equals(ACCOUNT)) {
            return Optional.of(account(identity));
        }
        String issuer = identity.tags().getOrDefault(FederationTags.ISSUER, "");
        String subject = identity.tags().getOrDefault(FederationTags.SUBJECT, "");
        return issuer.isEmpty() || subject.isEmpty()
                ? Optional.empty()
                : Optional.of(new Token(
                        identity.id(),
                        Issuers.plain(issuer),
                        subject,
                        Set.of(),
                        true,
                        GitHubClaims.of(Issuers.plain(issuer), subject),
                        false,
                        Set.of(),
                        Set.of()));
    }

    /// The same of one by id.
    String subject(IdentityId id) {
        return index.identity(id).map(this::subject).orElse("");
    }

    /// What the subject of an identity's token is; empty for one that has none.
    String subject(Identity identity) {
        return identity.kind().equals(ACCOUNT)
                ? accountSubject(identity)
                : identity.tags().getOrDefault(FederationTags.SUBJECT, "");
    }

    /// The issuer of the identity's token, as [Issuers#plain]; empty: not known.
    String issuer(Identity identity) {
        return identity.kind().equals(ACCOUNT)
                ? cluster(identity.source(), FederationTags.CLUSTER_ISSUER)
                : Issuers.plain(identity.tags().getOrDefault(FederationTags.ISSUER, ""));
    }

    /// `serviceaccount/<namespace>/<name>`, maybe with a uid behind.
    private static String accountSubject(Identity account) {
        String[] parts = account.id().nativeId().split("/", -1);
        return parts.length < 3 ? "" : "system:serviceaccount:" + parts[1] + ":" + parts[2];
    }

    private Token account(Identity account) {
        String role = account.tags().getOrDefault(ROLE_ARN, "");
        Set<String> audiences = new HashSet<>();
        if (!role.isEmpty()) {
            audiences.add(AWS_AUDIENCE);
        }
        for (Credential credential : index.credentialsOf(account.id())) {
            audiences.addAll(texts(credential.attributes().getOrDefault("audiences", "")));
        }
        return new Token(
                account.id(),
                cluster(account.source(), FederationTags.CLUSTER_ISSUER),
                accountSubject(account),
                audiences,
                false,
                Map.of(),
                true,
                texts(cluster(account.source(), FederationTags.CLUSTER_SERVERS)),
                role.isEmpty() ? Set.of() : Set.of(role));
    }

    private String cluster(SourceName source, String tag) {
        Resource cluster = clusters.get(source);
        return cluster == null ? "" : Issuers.plain(cluster.tags().getOrDefault(tag, ""));
    }

    private static Set<String> texts(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }
}
