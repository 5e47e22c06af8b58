package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent's configuration with a key of the sample's AWS account in it: how far the agent goes is seen, the key's
/// secret nowhere.
class FolderTest {
    private static final String KEY_ID = "AKIASAMPLEVENDOR0001";
    private static final String SECRET = "Zk3Qw8Er5Ty2Ui9Op4As7Df1Gh6Jk0Lx3Cv8Bn5M";
    private static final String STORE_PASSWORD = "Vd7-quiet-harbour";

    @TempDir
    private Path home;

    private CommandBench bench;
    private Path folder;

    @BeforeEach
    void anAgentIsConfigured() throws IOException {
        bench = new CommandBench(home, Clock.systemUTC());
        bench.run("init");
        assertThat(bench.json("sample").exitCode()).isZero();
        folder = Files.createDirectory(home.resolve("checkout"));
        Files.writeString(
                folder.resolve(".mcp.json"),
                "{\"mcpServers\":{\"s3\":{\"command\":\"s3-mcp\",\"env\":{\"AWS_ACCESS_KEY_ID\":\"" + KEY_ID
                        + "\",\"AWS_SECRET_ACCESS_KEY\":\"" + SECRET + "\"}}}}");
    }

    @Test
    void anAgentGoesAsFarAsTheKeysItIsGiven() throws IOException {
        var read = bench.json("import", "folder", folder.toString(), "--name", "checkout");
        assertThat(read.exitCode()).as(read.err()).isZero();

        var reach = bench.json("reach", "checkout:agent/.mcp.json");

        assertThat(reach.exitCode()).as(reach.err()).isZero();
        assertThat(reach.items().findValuesAsText("target"))
                .contains("checkout:file/.mcp.json", "sample-aws:" + KEY_ID)
                .anyMatch(target -> target.startsWith("sample-aws:arn:aws:s3:::"));
        var shown = bench.run("show", "checkout:agent/.mcp.json");
        assertThat(shown.out()).contains("its configuration names its tools; what it does with them is not seen");
        Traces.assertNowhere(SECRET, home, Set.of(folder.resolve(".mcp.json")), bench.seen());
    }

    @Test
    void aKeystoresPasswordIsKeptWithTheConnection() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=web",
                        "-validity",
                        "20",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        Path password = bench.file("store-password", STORE_PASSWORD + "\n");

        bench.run("import", "folder", folder.toString(), "--name", "checkout");
        assertThat(bench.json("expiring", "--within", "30d").items().toString()).doesNotContain("\"web\"");
        bench.run(
                "import", "folder", folder.toString(), "--name", "checkout", "--read-credential", password.toString());
        bench.run("sync", "checkout");

        assertThat(bench.json("expiring", "--within", "30d").items().toString()).contains("\"web\"");
        assertThat(bench.run("connection", "check", "checkout").out()).contains("opens 1 of 1 keystores");
        Traces.assertNowhere(STORE_PASSWORD, home, Set.of(password), bench.seen());
    }

    @Test
    void aValueThatLeakedIsFoundInTheFilesInWhichItStands() throws IOException {
        String password = "Vd7-quiet-harbour";
        Files.createDirectories(folder.resolve("production"));
        Files.createDirectories(folder.resolve("staging"));
        Files.writeString(folder.resolve("production/.env"), "DB_PASSWORD=" + password + "\n");
        Files.writeString(folder.resolve("staging/.env"), "DB_PASSWORD=" + password + "\n");
        bench.run("import", "folder", folder.toString(), "--name", "checkout");

        Path found = bench.file("found", "seen in a log: DB_PASSWORD=\"" + password + "\"");
        Answer answer = bench.json("leaked", "--leaked-file", found.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("places").findValuesAsText("id"))
                .containsExactlyInAnyOrder("checkout:file/production/.env", "checkout:file/staging/.env");
        assertThat(answer.err()).contains("stands in", "is the same across environments: production, staging");
        assertThat(answer.out() + answer.err()).doesNotContain(password);
        Path other = bench.file("found", "DB_PASSWORD=another-harbour-7");
        assertThat(bench.json("leaked", "--leaked-file", other.toString()).exitCode())
                .isEqualTo(1);
    }
}
