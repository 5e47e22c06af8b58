package dev.curfew.connector.folder;

import static dev.curfew.connector.folder.FolderFixture.coverage;
import static dev.curfew.connector.folder.FolderFixture.credentials;
import static dev.curfew.connector.folder.FolderFixture.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Credentials in files: by form and by name, each once, and no value kept.
class FolderSecretsTest {
    private static final String GITHUB = "gh" + "p_" + "Zk3Qw8Er5Ty2Ui9Op4As7Df1Gh6Jk0Lx3Cv8";
    private static final String KEY_ID = "AK" + "IA" + "Q2W3E4R5T6Y7U8I9";
    private static final String KEY = "Zk3Qw8Er5Ty2Ui9Op4As7Df1Gh6Jk0Lx3Cv8Bn5M";
    private static final String PASSWORD = "Vd7-quiet-harbour";

    @TempDir
    private Path root;

    private FolderFixture folder;

    @BeforeEach
    void begin() {
        folder = new FolderFixture(root);
    }

    @Test
    void anAccessKeyIsJoinedByItsIdWhereItsSecretIs() throws Exception {
        folder.file(
                ".aws/credentials",
                "[default]\naws_access_key_id = " + KEY_ID + "\naws_secret_access_key = " + KEY + "\n");
        folder.file("notes.md", "we use " + KEY_ID + " there\n");

        Observation read = folder.read();

        assertThat(files(read))
                .extracting(file -> file.name() + " " + file.tags().get("curfew:credential") + " "
                        + file.tags().get("names") + " " + file.sensitivity())
                .containsExactlyInAnyOrder(
                        ".aws/credentials " + KEY_ID + " null " + Sensitivity.HIGH,
                        "notes.md null " + KEY_ID + " " + Sensitivity.UNKNOWN);
        Credential secret = credentials(read, "folder.secret").getFirst();
        assertThat(secret.attributes())
                .containsEntry("of", KEY_ID)
                .containsEntry("form", "aws.secret-access-key")
                .containsEntry("places", ".aws/credentials:3")
                .containsEntry("known-by", "its published form");
    }

    /// By `git hash-object --stdin`.
    @Test
    void aFileIsKnownByItsContentAsGitNamesIt() throws Exception {
        folder.file("notes.md", "we use " + KEY_ID + " there\n");

        assertThat(files(folder.read()).getFirst().tags())
                .containsEntry("curfew:content", folder.keyed("f2c08b7c3976aa400fc81a5f2cd829e8681ae1b8"));
    }

    @Test
    void oneValueInManyPlacesIsOne() throws Exception {
        folder.file(".env.production", "DB_PASSWORD=" + PASSWORD + "\n");
        folder.file("deploy/dev/app.yaml", "env:\n  - password: '" + PASSWORD + "'\n");
        folder.file("src/Main.java", "String password = \"" + PASSWORD + "\";\n");

        Observation read = folder.read();

        assertThat(credentials(read, "folder.secret")).hasSize(1);
        Credential secret = credentials(read, "folder.secret").getFirst();
        assertThat(secret.attributes())
                .containsEntry("places", ".env.production:1, deploy/dev/app.yaml:2")
                .containsEntry("environments", "development, production")
                .containsEntry("known-by", "the name it is assigned to")
                .containsEntry("names", "DB_PASSWORD, password");
        assertThat(files(read))
                .extracting(file -> file.tags().get("environment"))
                .containsExactlyInAnyOrder("production", "development");
    }

    @Test
    void theFingerprintIsTheOneThatOtherSourcesMakeOfTheSameValue() throws Exception {
        folder.file("a.env", "TOKEN=" + GITHUB + "\n");
        folder.file("b.txt", "curl -H 'Authorization: Bearer " + GITHUB + "' https://api.github.com\n");

        Credential secret = credentials(folder.read(), "folder.secret").getFirst();

        assertThat(secret.attributes()).containsEntry("places", "a.env:1, b.txt:1");
        assertThat(secret.attributes().get("fingerprint")).matches("[0-9a-f]{64}");
        assertThat(secret.id().nativeId())
                .isEqualTo("secret/" + secret.attributes().get("fingerprint"));
        assertThat(files(folder.read()))
                .allSatisfy(file -> assertThat(file.tags())
                        .containsValue(secret.attributes().get("fingerprint")));
    }

    @Test
    void aSignedTokenSaysWhenItEndsAndWhoseItIs() throws Exception {
        String claims =
                "{\"iss\":\"https://kubernetes.default.svc\",\"sub\":\"system:serviceaccount:shop:web\",\"exp\":1800000000,"
                        + "\"kubernetes.io\":{\"namespace\":\"shop\",\"serviceaccount\":{\"name\":\"web\",\"uid\":\"u-1\"}}}";
        String token = part("{\"alg\":\"RS256\"}") + "." + part(claims) + "." + part("signature-of-it-all");
        folder.file("kubeconfig.yaml", "users:\n- user:\n    token: " + token + "\n");

        Observation read = folder.read();

        Credential secret = credentials(read, "folder.secret").getFirst();
        assertThat(secret.expiry()).isEqualTo(new Expiry.At(Instant.ofEpochSecond(1_800_000_000)));
        assertThat(secret.attributes()).containsEntry("subject", "system:serviceaccount:shop:web");
        assertThat(files(read).getFirst().tags()).containsEntry("curfew:credential", "token/shop/web/u-1");
        assertThat(read.toString()).doesNotContain(token);
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatStandsForASecretIsNone() throws Exception {
        folder.file(".env", """
                DB_PASSWORD=${DB_PASSWORD}
                API_TOKEN=changeme-please
                TOKEN_FILE=/run/secrets/token
                SECRET_NAME=my-application-secret
                PASSWORD=aaaaaaaaaaaa
                VAULT_TOKEN=vault:secret/data/app#token
                CLIENT_SECRET=arn:aws:secretsmanager:eu-central-1:123456789012:secret:app
                """);
        folder.file(".github/workflows/ci.yml", "env:\n  TOKEN: ${{ secrets.DEPLOY_TOKEN }}\n");
        folder.file("README.md", "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n");

        Observation read = folder.read();

        assertThat(read.facts()).isEmpty();
        assertThat(coverage(read, "files").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void valuesAreNowhereInWhatIsKept() throws Exception {
        folder.file(".env", "GITHUB_TOKEN=" + GITHUB + "\nDB_PASSWORD=\"" + PASSWORD + "\"\n" + GITHUB + "=x\n");
        folder.file("config/app.properties", "datasource.url=jdbc:postgresql://app:" + PASSWORD + "@db/app\n");
        folder.file("ci.yml", "aws_access_key_id: " + KEY_ID + "\naws_secret_access_key: " + KEY + "\n");

        Observation read = folder.read();

        assertThat(credentials(read, "folder.secret")).hasSize(3);
        assertThat(read.toString())
                .doesNotContain(GITHUB)
                .doesNotContain(PASSWORD)
                .doesNotContain(KEY);
    }

    @Test
    void anUnchangedFolderIsReadTheSameTwice() throws Exception {
        folder.file(".env", "GITHUB_TOKEN=" + GITHUB + "\nA_SECRET=" + PASSWORD + "\nB_SECRET=" + PASSWORD + "2\n");

        assertThat(folder.read().facts()).isEqualTo(folder.read().facts());
    }

    @Test
    void aFileCanBeReadByItself() throws Exception {
        Path file = folder.file("deep/.env", "GITHUB_TOKEN=" + GITHUB + "\n");

        assertThat(files(folder.read(file))).extracting(it -> it.name()).isEqualTo(List.of(".env"));
    }

    @Test
    void whoElseMayReadItIsSaid() throws Exception {
        Path mine = folder.file("mine.env", "A_TOKEN=" + GITHUB + "\n");
        Path ours = folder.file("ours.env", "A_TOKEN=" + GITHUB + "\n");
        Files.setPosixFilePermissions(mine, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(ours, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(files(folder.read()))
                .extracting(it -> it.name() + " " + it.tags().get("read-by"))
                .containsExactlyInAnyOrder("mine.env null", "ours.env everybody on this machine");
    }
}
