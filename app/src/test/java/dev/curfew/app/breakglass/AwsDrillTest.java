package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.boto.Boto;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Drills on AWS's API. moto checks signatures and permissions, and ignores conditions and the resources of most calls:
/// there the denial of one session hits those that begin later too, so that each test begins without it.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsDrillTest {
    private static final List<String> TWO = List.of("ada", "cy");
    private static final String USER = "arn:aws:iam::" + Moto.ACCOUNT + ":user/emergency";

    private final Receiver receiver = new Receiver();
    private final Moto moto;
    private final DrillBench bench;
    private Moto.Enforcement enforcement = () -> {};

    AwsDrillTest(Moto moto, @TempDir Path home) {
        this.moto = moto;
        bench = new DrillBench(home);
    }

    @BeforeAll
    void aPath() {
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        moto.iam("CreateUser", Map.of("UserName", "emergency")).ok();
        may("User", "iam:CreateAccessKey", "iam:ListAccessKeys", "iam:DeleteAccessKey", "sts:AssumeRole");
        moto.iam("CreateRole", Map.of("RoleName", "emergency", "AssumeRolePolicyDocument", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
                "Principal":{"AWS":"%s"}}]}""".formatted(USER)))
                .ok();
        canary("create_secret", Map.of("Name", "canary", "SecretString", "none"));
        Moto.AccessKey first = moto.accessKey("emergency");
        bench.connect("aws", "aws", moto.endpoint().toString(), Shipped.line(own));
        enforced();
        Answer registered = bench.register(
                "aws-emergency",
                "aws",
                USER + " " + Shipped.line(first),
                "canary",
                "--alert",
                receiver.address(),
                "--alert-within",
                "5s");
        enforcement.close();
        assertThat(registered.exitCode()).as(registered.err()).isZero();
        assertThat(keys()).hasSize(1).doesNotContain(first.id());
    }

    /// Gives one of the two called `emergency` a policy.
    private void may(String kind, String... actions) {
        String quoted = Stream.of(actions).map(action -> '"' + action + '"').collect(Collectors.joining(","));
        moto.iam(
                        "Put" + kind + "Policy",
                        Map.of(kind + "Name", "emergency", "PolicyName", "p", "PolicyDocument", """
                                {"Version":"2012-10-17",\
                                "Statement":[{"Effect":"Allow","Action":[%s],"Resource":"*"}]}""".formatted(quoted)))
                .ok();
    }

    private JsonNode canary(String call, Map<String, ?> parameters) {
        try (Boto boto = Boto.of(moto, "us-east-1")) {
            return boto.call("secretsmanager", call, parameters);
        }
    }

    private Set<String> keys() {
        return moto.accessKeys("emergency").keySet();
    }

    @BeforeEach
    void enforced() {
        moto.iam("DeleteRolePolicy", Map.of("RoleName", "emergency", "PolicyName", "curfew-sessions-ended"));
        may(
                "Role",
                "secretsmanager:PutSecretValue",
                "secretsmanager:GetSecretValue",
                "iam:ListAccountAliases",
                "iam:PutRolePolicy");
        enforcement = moto.enforceAuthentication();
    }

    @AfterEach
    void whatIsSealedIsNowhereElse() {
        enforcement.close();
        bench.assertNowhere(sealed()[2]);
    }

    @AfterAll
    void stop() {
        receiver.close();
        moto.reset();
    }

    /// The user, the key's id, its secret.
    private String[] sealed() {
        return bench.sealed("aws-emergency").split(" ", 3);
    }

    @Test
    void aDrillThatPasses() {
        String before = sealed()[1];
        Answer drilled = bench.drill(TWO, "aws-emergency");
        enforcement.close();

        assertThat(drilled.exitCode()).as(drilled.err() + drilled.out()).isZero();
        String id = DrillBench.stage(drilled, "seal").path("drill").asText();
        assertThat(canary("get_secret_value", Map.of("SecretId", "canary"))
                        .path("SecretString")
                        .asText())
                .isEqualTo(id);
        assertThat(keys()).containsExactly(sealed()[1]).doesNotContain(before);
        assertThat(bench.notApart("aws", "aws-emergency")).isEmpty();
    }

    /// A key that was made and never told to anybody: the machine stopped in between.
    @Test
    void aUseOfTheRolesOwnSession() {
        String stray = strayKey();
        Answer used = bench.use(
                "aws-emergency",
                "the pipeline is down",
                "sh",
                "-c",
                "test \"$AWS_REGION\" = us-east-1 && test -n \"$AWS_SESSION_TOKEN\" && case $AWS_ACCESS_KEY_ID in ASIA*) ;; *) exit 4;; esac");
        enforcement.close();

        assertThat(used.exitCode()).as(used.err() + used.out()).isZero();
        assertThat(keys()).containsExactly(sealed()[1]).doesNotContain(stray);
    }

    private String strayKey() {
        enforcement.close();
        String id = moto.accessKey("emergency").id();
        enforced();
        return id;
    }

    @Test
    void aRoleThatMayNotEndItsSessions() {
        enforcement.close();
        may("Role", "secretsmanager:PutSecretValue", "secretsmanager:GetSecretValue", "iam:ListAccountAliases");
        enforcement = moto.enforceAuthentication();
        Answer drilled = bench.drill(TWO, "aws-emergency");

        assertThat(drilled.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(DrillBench.verdicts(drilled)).isEqualTo("PASSED PASSED PASSED PASSED FAILED PASSED FAILED");
        assertThat(DrillBench.stage(drilled, "end").path("sentence").asText())
                .contains("needs iam:PutRolePolicy on itself");
    }
}
