package dev.curfew.connector.aws.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsObserverMotoTest {
    private static final String ROOT = "arn:aws:iam::123456789012:";

    private final Moto moto;
    private final SeededAccount account;
    private Observation observation;
    private String secret;

    AwsObserverMotoTest(Moto moto) {
        this.moto = moto;
        this.account = new SeededAccount(moto);
    }

    /// Once for all: no test here changes anything.
    @BeforeAll
    void observe() throws InterruptedException {
        moto.reset();
        account.seed();
        Moto.AccessKey key = moto.administrator("curfew");
        secret = key.secret().reveal();
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)) {
            observation = connected.reading(key.id() + " " + secret).observe();
        }
    }

    @Test
    void keepsNoSecret() {
        assertThat(observation.toString()).doesNotContain("canary").doesNotContain(secret);
    }

    @Test
    void seesTheIdentitiesAndCredentialsThatTheAccountItselfLists() {
        assertThat(ids(observation, Identity.class, "aws.user")).isEqualTo(account.listed("Arn", "ListUsers"));
        assertThat(ids(observation, Identity.class, "aws.role")).isEqualTo(account.listed("Arn", "ListRoles"));
        assertThat(ids(observation, Identity.class, "aws.group")).isEqualTo(account.listed("Arn", "ListGroups"));
        List<String> keys = new ArrayList<>();
        for (String user : account.listed("UserName", "ListUsers")) {
            keys.addAll(account.listed("AccessKeyId", "ListAccessKeys", "UserName", user));
        }
        assertThat(facts(observation, Credential.class)
                        .filter(credential -> credential.kind().equals("aws.access-key"))
                        .map(Fact::key))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(facts(observation, Credential.class).filter(credential -> !credential.active()))
                .extracting(AwsObserverMotoTest::holder)
                .containsExactly(ROOT + "user/ops/ci");
        assertThat(observation.coverage())
                .extracting(Coverage::scope, Coverage::state, Coverage::items)
                .contains(
                        Tuple.tuple("access-keys", CoverageState.READ, (long) keys.size()),
                        Tuple.tuple("passwords", CoverageState.READ, 1L))
                .extracting(tuple -> tuple.toList().get(1))
                .containsOnly(CoverageState.READ);
    }

    @Test
    void seesWhoHoldsWhat() {
        assertThat(facts(observation, Grant.class)
                        .filter(grant -> !grant.subject().nativeId().endsWith("/curfew"))
                        .map(grant -> grant.subject().nativeId() + " " + grant.role() + " "
                                + grant.policy().nativeId()))
                .containsExactlyInAnyOrder(
                        ROOT + "user/ops/ci IDENTITY " + SeededAccount.OWN_POLICY,
                        ROOT + "user/ops/ci IDENTITY " + ROOT + "user/ops/ci#inline/a+b",
                        ROOT + "group/ops/deployers IDENTITY " + SeededAccount.AWS_POLICY,
                        ROOT + "group/ops/deployers IDENTITY " + ROOT + "group/ops/deployers#inline/all",
                        ROOT + "role/deploy BOUNDARY " + SeededAccount.OWN_POLICY,
                        ROOT + "role/deploy IDENTITY " + SeededAccount.AWS_POLICY,
                        ROOT + "role/deploy IDENTITY " + ROOT + "role/deploy#inline/inline");
        assertThat(facts(observation, Membership.class).map(Membership::key))
                .containsExactly("prod:" + ROOT + "user/ops/ci | " + ROOT + "group/ops/deployers");
        assertThat(facts(observation, Trust.class).map(Trust::key))
                .containsExactly(
                        ROOT + "role/deploy | aws.assume-role | " + ROOT + "role/deploy#trust",
                        ROOT + "role/svc/bare | aws.assume-role | " + ROOT + "role/svc/bare#trust");
        assertThat(facts(observation, Resource.class)
                        .map(resource -> resource.kind() + " " + resource.id().nativeId()))
                .containsExactly(
                        "aws.account " + ROOT + "root",
                        "aws.s3 arn:aws:s3:::logs+archive",
                        "aws.secretsmanager arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf");
    }

    @Test
    void keepsPoliciesInForceAndTheVersionsThatCouldBe() {
        Map<String, String> texts = facts(observation, Policy.class)
                .filter(policy -> !policy.id().nativeId().startsWith("arn:aws:iam::aws:"))
                .collect(Collectors.toMap(policy -> policy.id().nativeId(), Policy::text));

        assertThat(texts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SeededAccount.OWN_POLICY,
                        SeededAccount.READ_BUCKET,
                        SeededAccount.OWN_POLICY + "#v1",
                        SeededAccount.ALLOW_ALL,
                        ROOT + "user/ops/ci#inline/a+b",
                        SeededAccount.READ_BUCKET,
                        ROOT + "group/ops/deployers#inline/all",
                        SeededAccount.ALLOW_ALL,
                        ROOT + "role/deploy#inline/inline",
                        SeededAccount.ALLOW_ALL,
                        ROOT + "role/deploy#trust",
                        SeededAccount.TRUST,
                        ROOT + "role/svc/bare#trust",
                        SeededAccount.TRUST));
    }

    @Test
    void leavesOutPoliciesOfAwsThatNobodyHas() {
        assertThat(facts(observation, Policy.class)
                        .map(policy -> policy.id().nativeId())
                        .filter(id -> id.startsWith("arn:aws:iam::aws:")))
                .containsExactly("arn:aws:iam::aws:policy/AdministratorAccess", SeededAccount.AWS_POLICY);
    }

    @Test
    void tellsOwnersTagsAndTheQualityOfUse() {
        Identity deploy = fact(observation, Identity.class, ROOT + "role/deploy");
        assertThat(deploy.ownership()).isEqualTo(new Ownership.Owned("bo", "tag owner"));
        assertThat(deploy.tags()).isEqualTo(Map.of("owner", "bo"));
        assertThat(deploy.usage()).isInstanceOf(Usage.NoneSeen.class);
        assertThat(fact(observation, Identity.class, ROOT + "user/ops/ci").usage())
                .isInstanceOf(Usage.NotObserved.class);
        assertThat(facts(observation, Credential.class)
                        .filter(key -> holder(key).equals(ROOT + "user/user-1")))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.usage()).isInstanceOf(Usage.NoneSeen.class);
                    assertThat(key.expiry()).isEqualTo(new Expiry.Never());
                });
    }

    private static <F extends Fact> Stream<F> facts(Observation observation, Class<F> type) {
        return observation.facts().stream().filter(type::isInstance).map(type::cast);
    }

    private static <F extends Fact> F fact(Observation observation, Class<F> type, String key) {
        return facts(observation, type)
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String holder(Credential credential) {
        return credential.holder() == null ? "" : credential.holder().nativeId();
    }

    private static List<String> ids(Observation observation, Class<Identity> type, String kind) {
        return List.copyOf(facts(observation, type)
                .filter(identity -> identity.kind().equals(kind))
                .map(Fact::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
