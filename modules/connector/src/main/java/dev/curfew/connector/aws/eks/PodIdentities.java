package dev.curfew.connector.aws.eks;

import dev.curfew.connector.aws.call.AwsPathCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.live.ScopeCalls;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads EKS's clusters and their associations of Pod Identity, in each of the connection's regions. Each association
/// is a trust of its role.
public final class PodIdentities implements Part {
    private static final String SCOPE = "eks-pod-identities";
    private static final Map<String, String> PAGED = Map.of("maxResults", "100");

    private final Account account;

    public PodIdentities(Account account) {
        this.account = account;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        List<Coverage> coverage = new ArrayList<>();
        for (String region : account.regions()) {
            ScopeCalls calls = new ScopeCalls(account, asking.in(region), SCOPE + "/" + region);
            Asking.Pages clusters = Asking.pages(call("clusters", PAGED), "clusters", "nextToken");
            for (String name :
                    calls.all("ListClusters", clusters, Reading::textOf).orElse(List.of())) {
                cluster(calls, name, facts);
            }
            coverage.add(calls.coverage());
        }
        return coverage;
    }

    private void cluster(ScopeCalls calls, String name, FactSet facts) throws InterruptedException {
        String path = "clusters/" + Form.segment(name);
        Optional<Cluster> described = calls.one("DescribeCluster", call(path, Map.of()), Cluster::of);
        String associations = path + "/pod-identity-associations";
        Optional<List<String>> listed = calls.all(
                "ListPodIdentityAssociations",
                Asking.pages(call(associations, PAGED), "associations", "nextToken"),
                node -> Reading.of(node).text("associationId"));
        List<Association> read = new ArrayList<>();
        for (String id : listed.orElse(List.of())) {
            calls.one(
                            "DescribePodIdentityAssociation",
                            call(associations + "/" + Form.segment(id), Map.of()),
                            Association::of)
                    .ifPresent(read::add);
        }
        String issuer = described.map(Cluster::issuer).orElse("");
        read.forEach(each -> association(calls, each, issuer, facts));
        boolean whole = listed.filter(ids -> ids.size() == read.size()).isPresent();
        described.ifPresent(cluster -> facts.add(resource(calls, cluster, whole)));
        calls.add(read.size() + (described.isPresent() ? 1 : 0));
    }

    private static AwsPathCall call(String path, Map<String, String> parameters) {
        return new AwsPathCall(AwsService.EKS, path, parameters);
    }

    private void association(ScopeCalls calls, Association association, String issuer, FactSet facts) {
        PolicyId id = new PolicyId(account.source(), association.arn());
        Provenance provenance = new Provenance(
                calls.scope(), "DescribePodIdentityAssociation", CanonicalJson.text(Map.of("Arn", association.arn())));
        facts.add(new Policy(id, "aws.pod-identity", association.name(), association.text(issuer), provenance));
        facts.add(new Trust(new IdentityId(account.source(), association.role()), "aws.pod-identity", id, provenance));
    }

    /// @param whole whether all its associations are known
    private Resource resource(ScopeCalls calls, Cluster cluster, boolean whole) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("oidc-issuer", cluster.issuer());
        tags.put("api-server", cluster.endpoint());
        tags.put("pod-identities", whole ? "read" : "");
        tags.values().removeIf(String::isEmpty);
        return new Resource(
                new ResourceId(account.source(), cluster.arn()),
                "aws.eks",
                cluster.name(),
                Sensitivity.UNKNOWN,
                tags,
                new Provenance(calls.scope(), "DescribeCluster", CanonicalJson.text(Map.of("Arn", cluster.arn()))));
    }
}
