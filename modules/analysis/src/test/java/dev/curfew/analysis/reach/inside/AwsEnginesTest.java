package dev.curfew.analysis.reach.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// <https://developer.hashicorp.com/vault/docs/secrets/aws>
class AwsEnginesTest {
    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final String PATH = "path/aws/creds/deploy";

    private final Estate aws = Estate.of("aws");
    private final Estate bao = aws.and("bao");
    private final IdentityId role = aws.identity("aws.role", IAM + "role/deploy");
    private final IdentityId engine = aws.identity("aws.user", IAM + "user/vault");
    private final IdentityId app = bao.identity("openbao.approle", "approle/approle/app");
    private final ResourceId bucket = aws.resource("aws.s3", "arn:aws:s3:::logs", Sensitivity.HIGH);

    AwsEnginesTest() {
        aws.grant(
                role,
                aws.aws(
                        IAM + "policy/logs",
                        "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*'}"));
        bao.grant(app, bao.acl("deploy", "path \"aws/creds/deploy\" { capabilities = [\"read\"] }"));
    }

    @Test
    void whoReadsThePathIsTheRoleThatTheEngineAssumes() {
        aws.credential("aws.access-key", "AKIAENGINE", engine, Map.of());
        trusted(engine);
        path(Map.of(AwsEngines.ROLES, role.nativeId(), AwsEngines.KEY, "AKIAENGINE"));

        assertThat(Paths.to(reach(app), role))
                .isEqualTo("CERTAIN: HOLDS policy/deploy > READS " + PATH + " > FEDERATES " + role.nativeId());
        assertThat(Paths.to(reach(app), bucket)).startsWith("CERTAIN").endsWith("READS arn:aws:s3:::logs");
    }

    @Test
    void aRoleThatDoesNotTrustTheEngineIsNotReached() {
        aws.credential("aws.access-key", "AKIAENGINE", engine, Map.of());
        trusted(aws.identity("aws.user", IAM + "user/another"));
        path(Map.of(AwsEngines.ROLES, role.nativeId(), AwsEngines.KEY, "AKIAENGINE"));

        assertThat(Paths.to(reach(app), role)).isEqualTo("none");
    }

    @Test
    void anEngineWhoseKeyNobodyReadMayAssumeTheRole() {
        trusted(engine);
        path(Map.of(AwsEngines.ROLES, role.nativeId()));

        assertThat(Paths.to(reach(app), role)).startsWith("CONDITIONAL");
    }

    @Test
    void aUserWhomTheEngineMakesHasThePoliciesThatItGives() {
        path(Map.of(AwsEngines.POLICIES, IAM + "policy/logs"));

        assertThat(Paths.to(reach(app), bucket))
                .isEqualTo("CERTAIN: HOLDS policy/deploy > READS " + PATH + " > MINTS " + IAM
                        + "policy/logs > READS arn:aws:s3:::logs");
    }

    private void trusted(IdentityId by) {
        aws.trust(role, "{'Effect':'Allow','Principal':{'AWS':'" + by.nativeId() + "'},'Action':'sts:AssumeRole'}");
    }

    private void path(Map<String, String> tags) {
        bao.resource("openbao.path", PATH, Sensitivity.HIGH, tags);
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(aws.index()).of(from);
    }
}
