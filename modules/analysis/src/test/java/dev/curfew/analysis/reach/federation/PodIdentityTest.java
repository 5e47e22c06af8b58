package dev.curfew.analysis.reach.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Roles that EKS gives service accounts: <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html>.
class PodIdentityTest {
    private static final String BOTH = "['sts:AssumeRole','sts:TagSession']";

    private final Estate aws = Estate.of("aws");
    private final Estate k8s = aws.and("k8s");
    private final IdentityId role = aws.identity("aws.role", "arn:aws:iam::111122223333:role/app");
    private final IdentityId account = k8s.identity("kubernetes.service-account", "serviceaccount/shop/app");

    /// The token that EKS projects into pods of an account with an association is for the service.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods.eks.amazonaws.com | pods.eks.amazonaws.com |                                              | CONDITIONAL",
                "sts.amazonaws.com      | pods.eks.amazonaws.com |                                              | none",
                "pods.eks.amazonaws.com | ec2.amazonaws.com      |                                              | none",
                "sts.amazonaws.com      | pods.eks.amazonaws.com | kubernetes-namespace=shop                    | CONDITIONAL",
                "sts.amazonaws.com      | pods.eks.amazonaws.com | kubernetes-service-account=app               | CONDITIONAL",
                "pods.eks.amazonaws.com | pods.eks.amazonaws.com | kubernetes-namespace=bank                    | none",
                "pods.eks.amazonaws.com | pods.eks.amazonaws.com | kubernetes-service-account=other             | none",
            })
    void aServiceAccountIsTheRoleThatTrustsEksIfAnAssociationSaysSo(
            String audience, String service, String tag, String certainty) {
        trust(service, BOTH, tag == null ? "" : condition(tag));
        pod(audience);

        assertThat(reached()).startsWith(certainty);
    }

    @Test
    void whatLetsInNoTagsNeedsAnAssociationThatSendsNone() {
        trust("pods.eks.amazonaws.com", "'sts:AssumeRole'", "");
        pod("pods.eks.amazonaws.com");

        assertThat(reached()).contains("sends no session tags");
    }

    @Test
    void anAccountNamedWithoutTheRightToTagIsNotLetIn() {
        trust("pods.eks.amazonaws.com", "'sts:AssumeRole'", condition("kubernetes-namespace=shop"));
        pod("pods.eks.amazonaws.com");

        assertThat(reached()).isEqualTo("none");
    }

    /// Of a cluster whose associations were read, and whose tokens' issuer the cluster itself tells too.
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "                                 | https://oidc.example | CERTAIN",
                "                                 |                      | CONDITIONAL",
                "                                 | https://oidc.other   | none",
                "'disableSessionTags':true,       | https://oidc.example | CERTAIN",
                "'policy':'{}',                   | https://oidc.example | CONDITIONAL",
                "'targetRoleArn':'arn:aws:iam:x', | https://oidc.example | CONDITIONAL",
            })
    void anAssociationThatWasReadGivesTheRoleToItsClustersAccount(String more, String issuer, String certainty) {
        trust("pods.eks.amazonaws.com", BOTH, "");
        clusters("https://oidc.example");
        association("app", more == null ? "" : more, issuer == null ? "" : issuer);

        assertThat(reached()).startsWith(certainty);
    }

    @Test
    void noOtherRoleIsGivenWhereAllAssociationsWereRead() {
        trust("pods.eks.amazonaws.com", BOTH, condition("kubernetes-service-account=app"));
        pod("pods.eks.amazonaws.com");
        assertThat(reached()).startsWith("CONDITIONAL");

        clusters("https://oidc.example");
        association("other", "", "https://oidc.example");
        assertThat(reached()).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'clusterName':'shop'}", "{'namespace':'shop'}"})
    void anAssociationThatCannotBeReadMayBeAnyAccounts(String text) {
        trust("pods.eks.amazonaws.com", BOTH, condition("kubernetes-service-account=app"));
        pod("pods.eks.amazonaws.com");
        clusters("https://oidc.example");
        association("other", "", "https://oidc.example");
        String arn = "arn:aws:eks:eu-west-1:111122223333:podidentityassociation/shop/a-unread";
        aws.trust(role, "aws.pod-identity", aws.policy("aws.pod-identity", arn, text));

        assertThat(reached()).startsWith("CONDITIONAL");
    }

    @Test
    void anAssociationWhoseTagsTheRoleDoesNotTakeGivesNothing() {
        trust("pods.eks.amazonaws.com", "'sts:AssumeRole'", "");
        clusters("https://oidc.example");
        association("app", "", "https://oidc.example");

        assertThat(reached()).isEqualTo("none");
    }

    private void clusters(String issuer) {
        k8s.resource("kubernetes.cluster", "cluster", Sensitivity.HIGH, Map.of("oidc-issuer", issuer));
        aws.resource(
                "aws.eks",
                "arn:aws:eks:eu-west-1:111122223333:cluster/shop",
                Sensitivity.UNKNOWN,
                Map.of("oidc-issuer", issuer, "pod-identities", "read"));
    }

    private void association(String account, String more, String issuer) {
        PolicyId document = aws.policy(
                "aws.pod-identity",
                "arn:aws:eks:eu-west-1:111122223333:podidentityassociation/shop/a-" + account,
                "{" + more + "'clusterName':'shop','issuer':'" + issuer + "','namespace':'shop','serviceAccount':'"
                        + account + "','roleArn':'" + role.nativeId() + "'}");
        aws.trust(role, "aws.pod-identity", document);
    }

    private static String condition(String tag) {
        String[] pair = tag.split("=", 2);
        return ",'Condition':{'StringEquals':{'aws:RequestTag/" + pair[0] + "':'" + pair[1] + "'}}";
    }

    private void trust(String service, String actions, String condition) {
        aws.trust(
                role,
                "{'Effect':'Allow','Principal':{'Service':'" + service + "'},'Action':" + actions + condition + "}");
    }

    private void pod(String audience) {
        k8s.credential("kubernetes.bound-token", "pod/shop/app/1", account, Map.of("audiences", audience));
    }

    private String reached() {
        return new BlastRadius(aws.index())
                .of(account).reached().stream()
                        .filter(it -> it.target().equals(role))
                        .findFirst()
                        .map(it -> it.certainty() + " " + it.path().getLast().decision())
                        .orElse("none");
    }
}
