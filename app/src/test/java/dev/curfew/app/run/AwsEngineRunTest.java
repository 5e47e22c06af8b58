package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Keys that OpenBao's AWS engine hands out, at a moto: a job is given one, whose user is gone when the run is over.
@WithOpenBao
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsEngineRunTest {
    private final OpenBao openBao = OpenBao.startWithAwsEngine();
    private JobBench bench = JobBench.none();

    @BeforeAll
    void anEngineAndAMachine(Moto moto, @TempDir Path home) {
        moto.reset();
        Moto.AccessKey engine = moto.administrator("engine");
        openBao.write("sys/mounts/aws", Map.of("type", "aws"));
        openBao.write(
                "aws/config/root",
                Map.of(
                        "access_key", engine.id(),
                        "secret_key", engine.secret().reveal(),
                        "region", "us-east-1",
                        "iam_endpoint", moto.endpoint().toString(),
                        "sts_endpoint", moto.endpoint().toString()));
        openBao.write(
                "aws/roles/porter",
                Map.of(
                        "credential_type",
                        "iam_user",
                        "policy_document",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\","
                                + "\"Resource\":\"*\"}]}"));
        openBao.write(
                "aws/roles/visitor",
                Map.of(
                        "credential_type",
                        "assumed_role",
                        "role_arns",
                        List.of("arn:aws:iam::123456789012:role/guest")));
        openBao.policy("porter", "path \"aws/creds/porter\" { capabilities = [\"read\"] }");
        openBao.policy("visitor", "path \"aws/creds/visitor\" { capabilities = [\"read\"] }");
        bench = JobBench.in(home);
        bench.connect(openBao);
        bench.waiting("AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY$BAO_TOKEN");
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    @AfterEach
    void noKeyIsLeftAnywhere() {
        String given = bench.has("given") ? bench.text("given") : "no:key";
        bench.assertNowhere(given.substring(given.indexOf(':') + 1));
    }

    @Test
    void aJobIsGivenTheKeyWhichIsGoneAfterIt(Moto moto) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job("bao:path/aws/creds/porter", "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            assertThat(users(moto)).contains("porter");
            assertThat(bench.text("given")).startsWith("AKIA");
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
            assertThat(curfew.err()).contains("bao:lease/aws/creds/porter/", "not listed any more");
        }
        assertThat(users(moto)).doesNotContain("porter");
    }

    /// STS's sessions go on whatever becomes of the lease.
    @Test
    void aSessionThatNobodyCanTakeBackIsNotHandedOut(Moto moto) throws InterruptedException {
        moto.iam("CreateRole", Map.of("RoleName", "guest", "AssumeRolePolicyDocument", "{\"Version\":\"2012-10-17\"}"))
                .ok();
        try (CurfewProcess curfew = bench.waitingJob(bench.job("bao:path/aws/creds/visitor", "15m"), "0")) {
            assertThat(curfew.exitCode()).isEqualTo(ExitCode.RUN_FAILED);
            assertThat(curfew.err()).contains("nobody can take back");
        }
        assertThat(bench.has("given")).isFalse();
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
    }

    private static String users(Moto moto) {
        return moto.iam("ListUsers", Map.of()).ok().body();
    }
}
