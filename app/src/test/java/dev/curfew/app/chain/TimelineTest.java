package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a token and an entity did on a real OpenBao, as its audit file has it.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineTest {
    private static final String CANARY = "Vd7-quiet-harbour";

    private CommandBench bench;
    private OpenBao openBao;
    private Path audit = Path.of("");
    private String accessor = "";
    private String child = "";
    private String entity = "";

    /// A token reads a secret twice, is refused another, and makes a token that reads a third; a person logs in.
    @BeforeAll
    void somebodyDoesThings(@TempDir Path home) throws IOException {
        audit = Files.createDirectory(home.resolve("server")).resolve("audit.log");
        openBao = OpenBao.startAudited(audit);
        bench = new CommandBench(home, Clock.systemUTC());
        openBao.policy("worker", """
                path "secret/data/door" { capabilities = ["read"] }
                path "secret/data/new" { capabilities = ["create"] }
                path "secret/metadata/*" { capabilities = ["list"] }
                path "auth/token/create" { capabilities = ["update"] }
                """);
        openBao.policy("hash", "path \"sys/audit-hash/file\" { capabilities = [\"update\"] }");
        openBao.write("secret/data/door", Map.of("data", Map.of("code", CANARY)));
        OpenBao.Token token = openBao.orphan("worker");
        String value = token.value();
        accessor = token.accessor();
        openBao.call("GET", "secret/data/door", Map.of(), value).ok();
        openBao.call("GET", "secret/data/door", Map.of(), value).ok();
        openBao.call("GET", "secret/data/window", Map.of(), value);
        openBao.call("LIST", "secret/metadata/", Map.of(), value).ok();
        openBao.call("POST", "secret/data/new", Map.of("data", Map.of("a", CANARY)), value)
                .ok();
        child = openBao.call("POST", "auth/token/create", Map.of("policies", List.of("worker")), value)
                .ok()
                .text("/auth/client_token");
        openBao.call("GET", "secret/data/door", Map.of(), child).ok();
        openBao.write("sys/auth/userpass", Map.of("type", "userpass"));
        openBao.write("auth/userpass/users/bo", Map.of("password", CANARY, "policies", "worker"));
        var login = openBao.call("POST", "auth/userpass/login/bo", Map.of("password", CANARY), "")
                .ok();
        entity = login.text("/auth/entity_id");
        openBao.call("GET", "secret/data/door", Map.of(), login.text("/auth/client_token"))
                .ok();
        connect("bao", audit, "curfew-read", "hash");
        connect("unhashed", audit, "curfew-read");
    }

    private void connect(String name, Path file, String... policies) {
        openBao.policy("curfew-read", Shipped.needs("openbao", false));
        Path credential = bench.file(name + ".token", openBao.orphan(policies).value());
        if (!Files.exists(bench.workspace())) {
            assertThat(bench.run("init").exitCode()).isZero();
        }
        Answer connected = bench.json(
                "connect",
                "openbao",
                name,
                "--address",
                openBao.address().toString(),
                "--read-credential",
                credential.toString(),
                "--audit-file",
                file.toString());
        assertThat(connected.exitCode()).as(connected.err()).isZero();
        assertThat(bench.json("sync", name).exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    private static List<String> lines(Answer answer) {
        return DeedLines.of(answer, by -> by.isEmpty() ? "" : "another");
    }

    @Test
    void aTokensDeedsAreToldInTheirOrderAndItsChildrensToo() throws IOException {
        Answer answer = bench.json("timeline", "bao:" + accessor, "--since", "1h");

        assertThat(lines(answer))
                .containsExactly(
                        "READ_SECRET secret/data/door x2",
                        "READ_SECRET secret/data/window x1 failed",
                        "READ secret/metadata/ x1",
                        "CREATED secret/data/new x1",
                        "CREATED auth/token/create x1",
                        "READ_SECRET secret/data/door x1 by another");
        assertThat(answer.items().get(4).path("detail").asText()).startsWith("a token (hash ");
        assertThat(answer.items().get(0).path("from").asText()).isEqualTo("127.0.0.1");
        assertThat(answer.err())
                .contains("It read one secret, which must be replaced")
                .contains("Not told: what it did with tokens that are not listed any more is not in it.");
        assertThat(bench.seen()).doesNotContain(CANARY).doesNotContain(child);
    }

    @Test
    void aFileThatWasRotatedAndPackedIsToldAsOne(@TempDir Path copy) throws IOException {
        List<String> all = Files.readAllLines(audit);
        int half = IntStream.range(0, all.size())
                .filter(i -> all.get(i).contains("secret/data/window"))
                .findFirst()
                .orElseThrow();
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(copy.resolve("audit.log.1.gz")))) {
            packed.write((String.join("\n", all.subList(0, half)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Path newest = Files.write(copy.resolve("audit.log"), all.subList(half, all.size()));
        connect("rotated", newest, "curfew-read", "hash");

        Answer answer = bench.json("timeline", "rotated:" + accessor, "--since", "1h");

        assertThat(lines(answer)).hasSize(6).first().isEqualTo("READ_SECRET secret/data/door x2");
        assertThat(answer.err()).contains("audit.log (2 files)");
    }

    @Test
    void anEntityIsFollowedFromItsLoginOn() {
        Answer answer = bench.json("timeline", "bao:entity/" + entity, "--since", "1h");

        assertThat(lines(answer))
                .containsExactly("BECAME auth/userpass/login/bo x1", "READ_SECRET secret/data/door x1");
    }

    @Test
    void whatWasDoneBeforeIsLeftOutAndARecordThatIsTooShortSaysSo() {
        Answer later = bench.json(
                "timeline",
                "bao:" + accessor,
                "--since",
                Instant.now().plusSeconds(60).toString());
        Answer earlier = bench.json("timeline", "bao:" + accessor, "--since", "30d");

        assertThat(lines(later)).isEmpty();
        assertThat(earlier.err()).contains("only: what was done before that is unknown.");
        assertThat(later.err()).doesNotContain("unknown");
    }

    @Test
    void linesThatCannotBeReadAreCounted() throws IOException {
        String line = Files.readAllLines(audit).stream()
                .filter(it -> it.contains("secret/data/new"))
                .reduce((_, last) -> last)
                .orElseThrow();
        Files.writeString(audit, line.substring(0, line.length() / 2) + "\n", StandardOpenOption.APPEND);

        Answer answer = bench.json("timeline", "bao:" + accessor, "--since", "1h");

        assertThat(lines(answer)).hasSize(6);
        assertThat(answer.err()).contains("Not told: a line could not be read: audit.log:");
    }

    @Test
    void withoutTheRightToHashItSaysWhichRightIsMissing() {
        Answer answer = bench.run("timeline", "unhashed:" + accessor, "--since", "1h");

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.err()).contains("the reading token needs sys/audit-hash/file");
    }

    @Test
    void whatIsNoTimeIsSaid() {
        Answer answer = bench.run("timeline", "bao:" + accessor, "--since", "yesterday");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("--since is a duration as 24h or 7d");
    }
}
