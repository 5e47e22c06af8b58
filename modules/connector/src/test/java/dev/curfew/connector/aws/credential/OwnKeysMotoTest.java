package dev.curfew.connector.aws.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose keys profiles lead to, as STS itself says.
@WithMoto
class OwnKeysMotoTest {
    private static final String ROLE = "arn:aws:iam::" + Moto.ACCOUNT + ":role/auditor";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:*"}]}""";

    private final Moto moto;
    private Path folder;
    private OwnKeysBench bench;

    OwnKeysMotoTest(Moto moto) {
        this.moto = moto;
    }

    @BeforeEach
    void aRole(@TempDir Path empty) {
        folder = empty;
        bench = new OwnKeysBench(moto.endpoint(), folder, Map.of());
        moto.reset();
        moto.iam("CreateRole", Map.of("RoleName", "auditor", "AssumeRolePolicyDocument", TRUST))
                .ok();
    }

    @AfterEach
    void close() {
        bench.close();
        moto.reset();
    }

    private static String lines(Moto.AccessKey key) {
        return "aws_access_key_id = " + key.id() + "\naws_secret_access_key = "
                + key.secret().reveal() + "\n";
    }

    @Test
    void aProfileIsReadAnewSoThatAReplacedKeyIsKnown() throws Exception {
        bench.file("credentials", "[prod]\n" + lines(moto.administrator("first")));
        assertThat(bench.who("profile prod")).contains("user/first");

        bench.file("credentials", "[prod]\n" + lines(moto.administrator("second")));
        assertThat(bench.who("profile prod")).contains("user/second");
    }

    @Test
    void aRoleIsBecomeByTheProfileThatItNamesHoweverFarThatIs() throws Exception {
        Moto.AccessKey key = moto.administrator("base");
        bench.file("credentials", "[base]\n" + lines(key))
                .file(
                        "config",
                        "[profile hop]\nrole_arn = " + ROLE + "\nsource_profile = base\n[profile audit]\nrole_arn = "
                                + ROLE + "\nsource_profile = hop\nrole_session_name = nightly\n");

        assertThat(bench.who("profile audit")).contains("assumed-role/auditor/nightly", "ASIA");
        assertThat(bench.who("[profile mine]\nrole_arn = " + ROLE + "\nsource_profile = base"))
                .as("a text of its own, with a profile of the files")
                .contains("assumed-role/auditor/curfew");
        try (Secret text = Secret.of("profile audit")) {
            assertThat(bench.keys().id(text)).as("the key that lasts").contains(key.id());
        }
    }

    @Test
    void aTokenOfAnotherIssuerBecomesARoleAndIsInNoMessage() throws Exception {
        bench.file("token", "eyJcanary.eyJcanary.canary");
        String profile = "[default]\nrole_arn = " + ROLE + "\nweb_identity_token_file = " + folder.resolve("token");

        assertThat(bench.who(profile)).contains("assumed-role/auditor/curfew").doesNotContain("canary");
        assertThatThrownBy(() -> bench.id(profile.replace("/token", "/other")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void aProgramIsRunOnlyWhereTheConnectionPermitsItAndNotWhileItsAnswerHolds() throws Exception {
        Moto.AccessKey key = moto.administrator("made");
        String answer = "{\"Version\":1,\"AccessKeyId\":\"" + key.id() + "\",\"SecretAccessKey\":\""
                + key.secret().reveal() + "\",\"Expiration\":\"2099-01-01T00:00:00Z\"}";
        Path program = program("echo run >> \"" + folder + "/runs\"\necho '" + answer + "'\n");
        bench.file("config", "[default]\ncredential_process = \"" + program + "\" for me\n");

        assertThatThrownBy(() -> bench.id("profile default"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("allow-exec");
        assertThat(folder.resolve("runs")).doesNotExist();

        try (OwnKeysBench allowed = new OwnKeysBench(moto.endpoint(), folder, Map.of(OwnKeys.ALLOW_EXEC, "true"));
                Secret text = Secret.of("profile default")) {
            OwnKeys keys = allowed.keys();
            for (int i = 0; i < 3; i++) {
                try (var found = keys.key(text).orElseThrow()) {
                    assertThat(found.id()).isEqualTo(key.id());
                }
            }
        }
        assertThat(folder.resolve("runs")).hasContent("run");
    }

    @Test
    void aProgramThatFailsSaysNothingOfWhatItPrinted() throws Exception {
        bench.file("config", "[default]\ncredential_process = '" + program("echo canary\nexit 3\n") + "'\n");

        try (OwnKeysBench allowed = new OwnKeysBench(moto.endpoint(), folder, Map.of(OwnKeys.ALLOW_EXEC, "true"))) {
            assertThatThrownBy(() -> allowed.id("profile default"))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("exit 3")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void whatLeadsToNoKeySaysWhy() throws Exception {
        bench.file("config", """
                [profile round]
                role_arn = arn:aws:iam::123456789012:role/auditor
                source_profile = about
                [profile about]
                role_arn = arn:aws:iam::123456789012:role/auditor
                source_profile = round
                [profile coded]
                role_arn = arn:aws:iam::123456789012:role/auditor
                source_profile = round
                mfa_serial = arn:aws:iam::123456789012:mfa/ada
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/auditor
                credential_source = EcsContainer
                [profile elsewhere]
                role_arn = arn:aws:iam::123456789012:role/auditor
                credential_source = Elsewhere
                """);

        refused("profile nobody", "there is no profile nobody");
        refused("profile round", "leads back to itself");
        refused("profile coded", "a code of somebody");
        refused("profile container", "this container has no role");
        refused("profile elsewhere", "takes its key from Elsewhere");
    }

    private void refused(String credential, String why) {
        assertThatThrownBy(() -> bench.id(credential))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(why);
    }

    private Path program(String does) throws IOException {
        Path program = folder.resolve("get key");
        Files.writeString(program, "#!/bin/sh\n" + does);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
