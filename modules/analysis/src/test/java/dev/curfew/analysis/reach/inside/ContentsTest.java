package dev.curfew.analysis.reach.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final String SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db";

    private final Estate estate = Estate.of("aws");
    private final IdentityId user = estate.identity("aws.user", "arn:aws:iam::111122223333:user/app");
    private final IdentityId other = estate.identity("aws.user", "arn:aws:iam::111122223333:user/other");
    private final CredentialId key = estate.credential("aws.access-key", "AKIAOTHER", other, new Expiry.Never());
    private final ResourceId secret = estate.resource(
            "aws.secretsmanager", SECRET, Sensitivity.HIGH, Map.of(Contents.NAMED, "aws:AKIAOTHER, aws:AKIAGONE"));

    @Test
    void aSecretThatIsReadGivesTheCredentialsInIt() {
        allow("secretsmanager:GetSecretValue");

        assertThat(Paths.to(reach(user), key))
                .isEqualTo(
                        "CERTAIN: HOLDS arn:aws:iam::111122223333:policy/p > READS " + SECRET + " > READS AKIAOTHER");
        assertThat(Paths.to(reach(user), other)).endsWith("READS AKIAOTHER > LOGS_IN_AS " + other.nativeId());
    }

    @Test
    void whoOnlyWritesToASecretHasNothingOfWhatIsInIt() {
        allow("secretsmanager:PutSecretValue");

        assertThat(Paths.to(reach(user), secret)).startsWith("CERTAIN").contains("WRITES");
        assertThat(Paths.to(reach(user), key)).isEqualTo("none");
    }

    @Test
    void whoChangesWhoMayReadASecretReadsIt() {
        allow("secretsmanager:PutResourcePolicy");

        assertThat(Paths.to(reach(user), key)).endsWith("ADMINISTERS " + SECRET + " > READS AKIAOTHER");
    }

    /// The writer's step to the secret must not hide the reader's, which comes later and goes on.
    @Test
    void aSecretThatIsReachedAlreadyIsReadAllTheSame() {
        allow("secretsmanager:PutSecretValue\",\"sts:AssumeRole");
        IdentityId reader = estate.identity("aws.role", "arn:aws:iam::111122223333:role/reader");
        estate.trust(
                reader, "{'Effect':'Allow','Principal':{'AWS':'" + user.nativeId() + "'},'Action':'sts:AssumeRole'}");
        estate.grant(
                reader,
                estate.aws(
                        "arn:aws:iam::111122223333:policy/read",
                        "{'Effect':'Allow','Action':'secretsmanager:GetSecretValue','Resource':'*'}"));

        assertThat(Paths.to(reach(user), key)).contains("ASSUMES").endsWith("> READS AKIAOTHER");
    }

    @Test
    void aSecretInHandIsAStart() {
        Reach reach = reach(secret);

        assertThat(Paths.to(reach, key)).isEqualTo("CERTAIN: READS AKIAOTHER");
        assertThat(Paths.to(reach, other)).isEqualTo("CERTAIN: READS AKIAOTHER > LOGS_IN_AS " + other.nativeId());
    }

    @Test
    void aValueIsACredentialsByItsFingerprintInAnotherSystem() {
        Estate cluster = estate.and("k8s");
        CredentialId fingerprinted =
                estate.credential("aws.access-key", "AKIAPRINTED", other, Map.of(Contents.FINGERPRINT, "f00d"));
        ResourceId kept = cluster.resource(
                "kubernetes.secret",
                "secrets/shop/aws",
                Sensitivity.HIGH,
                Map.of("fingerprint:access-key", "f00d", "fingerprint:password", "beef"));
        IdentityId account = cluster.identity("kubernetes.service-account", "serviceaccount/shop/app");
        PolicyId role = cluster.policy(
                "kubernetes.role",
                "role/shop/r",
                "{'kind':'Role','namespace':'shop','name':'r','rules':[{'verbs':['get'],'apiGroups':[''],"
                        + "'resources':['secrets']}]}");
        cluster.grant(account, role, GrantRole.IDENTITY, "shop");

        assertThat(Paths.to(reach(account), fingerprinted))
                .isEqualTo("CERTAIN: HOLDS role/shop/r > READS " + kept.nativeId() + " > READS AKIAPRINTED");
    }

    private void allow(String action) {
        estate.grant(
                user,
                estate.aws(
                        "arn:aws:iam::111122223333:policy/p",
                        "{'Effect':'Allow','Action':['" + action + "'],'Resource':'*'}"));
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }
}
