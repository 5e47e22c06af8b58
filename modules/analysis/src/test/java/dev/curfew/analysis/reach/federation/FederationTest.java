package dev.curfew.analysis.reach.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederationTest {
    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final String OIDC = "oidc.eks.eu-west-1.amazonaws.com/id/ABC";
    private static final String GITHUB = "token.actions.githubusercontent.com";

    private final Estate aws = Estate.of("aws");
    private final Estate k8s = aws.and("k8s");
    private final Estate bao = aws.and("bao");
    private final IdentityId role = aws.identity("aws.role", IAM + "role/app");

    /// <https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html>
    @ParameterizedTest(name = "{0} {1} {2} of {3}: {4}")
    @CsvSource({
        "StringEquals, system:serviceaccount:shop:app, sts.amazonaws.com, this, CERTAIN",
        "StringLike, system:serviceaccount:shop:*, sts.amazonaws.com, this, CERTAIN",
        "StringLike, system:serviceaccount:*, sts.amazonaws.com, this, CERTAIN",
        "StringEquals, system:serviceaccount:shop:*, sts.amazonaws.com, this, none",
        "StringEquals, system:serviceaccount:shop:other, sts.amazonaws.com, this, none",
        "StringEquals, system:serviceaccount:shop:app, another, this, CONDITIONAL",
        "StringEquals, system:serviceaccount:shop:app, sts.amazonaws.com, other, none",
        "StringEquals, system:serviceaccount:shop:app, sts.amazonaws.com, unread, CONDITIONAL",
    })
    void aServiceAccountIsTheRoleWhoseTrustMatchesIssuerSubjectAndAudience(
            String operator, String subject, String audience, String cluster, String certainty) {
        trust(
                OIDC,
                "'" + operator + "':{'" + OIDC + ":sub':'" + subject + "'},'ForAnyValue:StringEquals':{'" + OIDC
                        + ":aud':'" + audience + "'}");
        cluster(
                switch (cluster) {
                    case "this" -> "https://" + OIDC;
                    case "other" -> "https://oidc.eks.eu-west-1.amazonaws.com/id/XYZ";
                    default -> "";
                });
        IdentityId account = account("shop", "app", Map.of());
        k8s.credential("kubernetes.bound-token", "pod/shop/app/1", account, Map.of("audiences", "sts.amazonaws.com"));

        assertThat(Paths.to(reach(account), role)).startsWith(certainty);
    }

    @Test
    void anAccountThatIsSetUpForTheRoleNeedsNoMore() {
        trust(OIDC, "'StringEquals':{'" + OIDC + ":sub':'system:serviceaccount:shop:app'}");
        IdentityId account = account("shop", "app", Map.of("eks.amazonaws.com/role-arn", role.nativeId()));

        assertThat(Paths.to(reach(account), role)).isEqualTo("CERTAIN: FEDERATES " + role.nativeId());
    }

    /// The usual way to keep tokens of outside from roles of accounts that left.
    @ParameterizedTest
    @CsvSource({
        "StringEquals, aws:ResourceOrgID, o-1, o-1, true",
        "StringEquals, aws:ResourceOrgID, o-1, o-2, false",
        "ForAnyValue:StringLike, aws:ResourceOrgPaths, o-1/r-1/*, o-1, true",
        "ForAnyValue:StringLike, aws:ResourceOrgPaths, o-1/r-1/*, o-2, false",
    })
    void aTrustThatAsksForTheRolesOrganizationIsDecidedWhereThatWasRead(
            String operator, String key, String value, String organization, boolean becomes) {
        trust(
                OIDC,
                "'" + operator + "':{'" + key + "':'" + value + "'},'StringLike':{'" + OIDC
                        + ":sub':'system:serviceaccount:shop:app'}");
        IdentityId account = account("shop", "app", Map.of("eks.amazonaws.com/role-arn", role.nativeId()));
        assertThat(Paths.to(reach(account), role)).startsWith("CONDITIONAL");

        aws.resource(
                "aws.account",
                IAM + "root",
                Sensitivity.UNKNOWN,
                Map.of("curfew:organization", organization, "curfew:organization-path", organization + "/r-1/"));

        assertThat(reach(account).reached()).hasSize(becomes ? 1 : 0);
        assertThat(Paths.to(reach(account), role).startsWith("CERTAIN")).isEqualTo(becomes);
    }

    @Test
    void anAccountWithoutATokenForAwsMayGetOne() {
        trust(OIDC, "'StringEquals':{'" + OIDC + ":sub':'system:serviceaccount:shop:app'}");
        cluster("https://" + OIDC);

        assertThat(Paths.to(reach(account("shop", "app", Map.of())), role)).startsWith("CONDITIONAL");
    }

    /// <https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws>
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "repo:acme/*, repo:acme/app:ref:refs/heads/main, CERTAIN",
        "repo:acme/app:ref:refs/heads/main, repo:acme/app:ref:refs/heads/main, CERTAIN",
        "repo:acme/app:ref:refs/heads/main, repo:acme/app:pull_request, none",
        "repo:acme/app:environment:prod, repo:acme/app:ref:refs/heads/main, none",
        "repo:acme/*, repo:acme-evil/app:ref:refs/heads/main, none",
        "repo:acme*, repo:acme-evil/app:ref:refs/heads/main, CERTAIN",
    })
    void aJobIsTheRoleThatTrustsItsSubject(String pattern, String subject, String certainty) {
        trust(GITHUB, "'StringLike':{'" + GITHUB + ":sub':'" + pattern + "'}");

        assertThat(Paths.to(reach(job(subject)), role)).startsWith(certainty);
    }

    @Test
    void whomARoleTrustsAndNobodyReadIsOutside() {
        trust(GITHUB, "'StringLike':{'" + GITHUB + ":sub':['repo:acme/*','repo:acme/app:environment:prod']}");
        IdentityId all = IdentityId.of("aws", "oidc/" + GITHUB + " repo:acme/*");
        IdentityId one = IdentityId.of("aws", "oidc/" + GITHUB + " repo:acme/app:environment:prod");

        assertThat(new BlastRadius(aws.index()).outsiders()).containsExactlyInAnyOrder(all, one);
        assertThat(Paths.to(reach(all), role)).isEqualTo("CERTAIN: FEDERATES " + role.nativeId());
    }

    @Test
    void whoIsReadIsNotOutside() {
        trust(OIDC, "'StringEquals':{'" + OIDC + ":sub':'system:serviceaccount:shop:app'}");
        cluster("https://" + OIDC);
        account("shop", "app", Map.of());

        assertThat(new BlastRadius(aws.index()).outsiders()).isEmpty();
    }

    @Test
    void anyoneWithTheProvidersTokenIsOutsideWhereNoSubjectIsNamed() {
        trust(GITHUB, "'StringEquals':{'" + GITHUB + ":aud':'sts.amazonaws.com'}");

        assertThat(new BlastRadius(aws.index()).outsiders())
                .containsExactly(IdentityId.of("aws", "oidc/" + GITHUB + " *"));
    }

    @Test
    void providersOfPeopleLetInNoToken() {
        aws.trust(
                role,
                "{'Effect':'Allow','Action':'sts:AssumeRoleWithSAML','Principal':{'Federated':'" + IAM
                        + "saml-provider/adfs'}}");

        assertThat(new BlastRadius(aws.index()).outsiders()).isEmpty();
    }

    /// <https://openbao.org/docs/auth/kubernetes/>
    @ParameterizedTest(name = "{0} in {1} for {2} at {3}: {4}")
    @CsvSource({
        "app, shop, '', https://k8s.example, CERTAIN",
        "a*, *, '', https://k8s.example, CERTAIN",
        "*, s*p, '', https://k8s.example, CERTAIN",
        "other, shop, '', https://k8s.example, none",
        "app, bank, '', https://k8s.example, none",
        "app, shop, vault, https://k8s.example, CERTAIN",
        "app, shop, elsewhere, https://k8s.example, CONDITIONAL",
        "app, shop, '', https://kubernetes.default.svc, CONDITIONAL",
    })
    void aServiceAccountLogsInToTheRoleThatBindsIt(
            String names, String namespaces, String audience, String host, String certainty) {
        IdentityId login = bao.identity("openbao.login-role", "login-role/kubernetes/app");
        bao.trust(
                login,
                "openbao.login",
                ("{'type':'kubernetes','mount':'kubernetes','bound_service_account_names':['%s'],"
                                + "'bound_service_account_namespaces':['%s'],'audience':'%s','kubernetes_host':'%s'}")
                        .formatted(names, namespaces, audience, host));
        bao.grant(login, bao.acl("app", "path \"secret/data/app\" { capabilities = [\"read\"] }"));
        bao.resource("openbao.path", "path/secret/data/app", Sensitivity.HIGH);
        cluster("");
        IdentityId account = account("shop", "app", Map.of());
        k8s.credential("kubernetes.bound-token", "pod/shop/app/1", account, Map.of("audiences", "vault"));

        assertThat(Paths.to(reach(account), login)).startsWith(certainty);
    }

    @Test
    void aNamespaceIsBoundByItsLabels() {
        IdentityId login = bao.identity("openbao.login-role", "login-role/kubernetes/app");
        bao.trust(
                login,
                "openbao.login",
                "{'type':'kubernetes','mount':'kubernetes','bound_service_account_names':['*'],"
                        + "'bound_service_account_namespace_selector':'{\\'matchLabels\\':{}}','kubernetes_host':'https://k8s.example'}");
        cluster("");

        assertThat(Paths.to(reach(account("shop", "app", Map.of())), login)).startsWith("CONDITIONAL");
    }

    /// <https://openbao.org/docs/auth/jwt/>
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'bound_subject':'repo:acme/app:ref:refs/heads/main','bound_audiences':['bao'] | CERTAIN",
                "'bound_subject':'repo:acme/other:ref:refs/heads/main','bound_audiences':['bao'] | none",
                "'bound_audiences':['bao'],'bound_claims':{'repository':'acme/app'} | CERTAIN",
                "'bound_audiences':['bao'],'bound_claims':{'repository':['acme/x','acme/app']} | CERTAIN",
                "'bound_audiences':['bao'],'bound_claims':{'repository':'acme/*'} | none",
                "'bound_audiences':['bao'],'bound_claims_type':'glob','bound_claims':{'repository':'acme/*'} | CERTAIN",
                "'bound_audiences':['bao'],'bound_claims':{'actor':'ann'} | CONDITIONAL",
                "'bound_audiences':['bao'],'bound_claims':{'repository':'acme/x','actor':'ann'} | none",
                "'bound_claims':{'repository':'acme/app'} | none",
            })
    void aJobLogsInToTheRoleThatBindsItsClaims(String bound, String certainty) {
        IdentityId login = bao.identity("openbao.login-role", "login-role/jwt/app");
        bao.trust(
                login,
                "openbao.login",
                "{'type':'jwt','role_type':'jwt','mount':'jwt','bound_issuer':'https://" + GITHUB + "'," + bound + "}");

        assertThat(Paths.to(reach(job("repo:acme/app:ref:refs/heads/main")), login))
                .startsWith(certainty);
    }

    @Test
    void aLoginOfPeopleLetsInNoToken() {
        IdentityId login = bao.identity("openbao.login-role", "login-role/oidc/app");
        bao.trust(
                login,
                "openbao.login",
                "{'type':'jwt','role_type':'oidc','mount':'oidc','oidc_discovery_url':'https://" + GITHUB
                        + "','bound_audiences':['bao']}");

        assertThat(Paths.to(reach(job("repo:acme/app:ref:refs/heads/main")), login))
                .isEqualTo("none");
        assertThat(new BlastRadius(aws.index()).outsiders()).isEmpty();
    }

    @Test
    void jobsThatALoginBindsByRepositoryAreOutside() {
        IdentityId login = bao.identity("openbao.login-role", "login-role/jwt/app");
        bao.trust(
                login,
                "openbao.login",
                "{'type':'jwt','role_type':'jwt','mount':'jwt','bound_issuer':'https://" + GITHUB
                        + "','bound_audiences':['bao'],'bound_claims':{'repository':'acme/app'}}");
        IdentityId jobs = IdentityId.of("bao", "oidc/" + GITHUB + " repo:acme/app:*");

        assertThat(Paths.to(reach(jobs), login)).isEqualTo("CERTAIN: FEDERATES login-role/jwt/app");
    }

    private void trust(String provider, String conditions) {
        aws.trust(
                role,
                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'" + IAM
                        + "oidc-provider/" + provider + "'},'Condition':{" + conditions + "}}");
    }

    private void cluster(String issuer) {
        k8s.resource(
                "kubernetes.cluster",
                "cluster",
                Sensitivity.HIGH,
                Map.of(FederationTags.CLUSTER_ISSUER, issuer, FederationTags.CLUSTER_SERVERS, "https://k8s.example"));
    }

    private IdentityId account(String namespace, String name, Map<String, String> tags) {
        return k8s.identity(
                "kubernetes.service-account",
                "serviceaccount/" + namespace + "/" + name,
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                tags);
    }

    private IdentityId job(String subject) {
        return aws.and("ci")
                .identity(
                        "ci.job",
                        "job/" + subject,
                        new Ownership.Unowned(),
                        Estate.NOT_OBSERVED,
                        Map.of(FederationTags.ISSUER, "https://" + GITHUB, FederationTags.SUBJECT, subject));
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(aws.index()).of(from);
    }
}
