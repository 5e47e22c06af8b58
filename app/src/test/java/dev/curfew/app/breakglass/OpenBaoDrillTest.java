package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Drills on a real OpenBao: what a passed one proves, and what goes wrong said plainly.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoDrillTest {
    private static final String POLICY = """
            path "secret/data/drill-canary" { capabilities = ["create", "update", "read"] }
            path "auth/drill-userpass/users/+/password" { capabilities = ["update"] }
            """;
    private static final String CANARY = "secret/data/drill-canary";
    private static final String ALL_PASSED = "PASSED PASSED PASSED PASSED PASSED PASSED PASSED";
    private static final List<String> TWO = List.of("ada", "bo");

    private final Receiver receiver = new Receiver();
    private final DrillBench bench;

    OpenBaoDrillTest(@TempDir Path home) {
        bench = new DrillBench(home);
    }

    @BeforeAll
    void aPath(OpenBao openBao) {
        openBao.write("sys/auth/drill-userpass", Map.of("type", "userpass"));
        openBao.policy("drill-emergency", POLICY);
        openBao.policy("drill-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        user(openBao, "emergency", "1h", "drill-emergency");
        String reader = openBao.orphan("drill-read").value();
        bench.connect("openbao", "bao", openBao.address().toString(), reader);
        Answer registered = register("bao-emergency", "emergency");
        assertThat(registered.exitCode()).as(registered.err()).isZero();
        assertThat(registered.item().path("due").asText()).isEqualTo("NEVER");
        assertThat(registered.item().path("notApart")).isEmpty();
        assertThat(login(openBao, "emergency", "first-emergency"))
                .as("what was registered with is worth nothing")
                .isEqualTo(400);
    }

    private static void user(OpenBao openBao, String name, String ttl, String policy) {
        openBao.write(
                "auth/drill-userpass/users/" + name,
                Map.of(
                        "password",
                        "first-" + name,
                        "token_policies",
                        List.of(policy),
                        "token_ttl",
                        ttl,
                        "token_max_ttl",
                        ttl));
    }

    private Answer register(String path, String user) {
        return bench.register(
                path,
                "bao",
                "drill-userpass/" + user + ":first-" + user,
                CANARY,
                "--alert",
                receiver.address(),
                "--alert-within",
                "2s");
    }

    private static int login(OpenBao openBao, String user, String password) {
        return openBao.call("POST", "auth/drill-userpass/login/" + user, Map.of("password", password), "")
                .status();
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    @AfterEach
    void whatIsSealedIsNowhereElse() {
        receiver.confirming(true);
        String sealed = bench.sealed("bao-emergency");
        bench.assertNowhere(sealed.substring(sealed.indexOf(':') + 1));
        bench.assertNowhere("first-emergency");
    }

    @Test
    void aDrillThatPasses(OpenBao openBao) throws IOException {
        String before = bench.sealed("bao-emergency");
        Answer drilled = bench.drill(TWO, "bao-emergency");

        assertThat(drilled.exitCode()).as(drilled.err()).isZero();
        assertThat(DrillBench.verdicts(drilled)).isEqualTo(ALL_PASSED);
        String id = DrillBench.stage(drilled, "seal").path("drill").asText();
        assertThat(openBao.read(CANARY).text("/data/data/curfew-drill")).isEqualTo(id);
        assertThat(receiver.messages()).anyMatch(message -> message.contains(id));
        String after = bench.sealed("bao-emergency");
        assertThat(login(openBao, "emergency", before.substring(before.indexOf(':') + 1)))
                .isEqualTo(400);
        assertThat(login(openBao, "emergency", after.substring(after.indexOf(':') + 1)))
                .isEqualTo(200);
        evidence(id);
        JsonNode line = listed("bao-emergency");
        assertThat(line.path("due").asText()).isEqualTo("DRILLED");
        assertThat(line.path("envelope").asText()).isEqualTo("INTACT");
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    private void evidence(String id) throws IOException {
        List<Path> files;
        try (var all = Files.list(bench.commands().workspace().resolve("drills"))) {
            files = all.filter(file -> file.toString().contains(id)).sorted().toList();
        }
        assertThat(files).hasSize(2);
        JsonNode json = new ObjectMapper().readTree(files.getFirst().toFile());
        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.path("stages")).hasSize(7);
        assertThat(json.path("reliance").path("without"))
                .map(JsonNode::asText)
                .containsExactly("keychain", "identity-provider");
        assertThat(json.path("reliance").path("asked")).as("the source alone").hasSize(1);
        assertThat(json.path("stages").path(6).path("sentence").asText())
                .contains("opened again with the shares of ada, bo: emergency is let in.");
        try (PDDocument pdf = Loader.loadPDF(files.getLast().toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Break-glass drill " + id + " of bao-emergency",
                            "Passed:",
                            "Rotation: passed",
                            "Done without: the keychain, an identity provider.");
        }
    }

    private JsonNode listed(String path) {
        for (JsonNode item : bench.commands().json("drill", "list").items()) {
            if (item.path("name").asText().equals(path)) {
                return item;
            }
        }
        throw new AssertionError("not listed: " + path);
    }

    @Test
    void aSessionThatOpenBaoEndsByItself(OpenBao openBao) {
        user(openBao, "brief", "8s", "drill-emergency");
        assertThat(register("bao-brief", "brief").exitCode()).isZero();
        Answer drilled = bench.drill(TWO, "bao-brief");

        assertThat(DrillBench.verdicts(drilled)).as(drilled.err()).isEqualTo(ALL_PASSED);
        assertThat(DrillBench.stage(drilled, "end").path("sentence").asText()).contains("by itself");
    }

    @Test
    void anAlertThatNobodyConfirms() {
        receiver.confirming(false);
        Answer drilled = bench.drill(TWO, "bao-emergency");

        assertThat(drilled.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(DrillBench.verdicts(drilled)).isEqualTo("PASSED PASSED PASSED FAILED PASSED PASSED PASSED");
        assertThat(DrillBench.stage(drilled, "alert").path("sentence").asText())
                .contains("took the message and never confirmed it");
        assertThat(drilled.err()).contains("Nobody can rely on this alert");
        assertThat(listed("bao-emergency").path("due").asText()).isEqualTo("FAILED");
        assertThat(bench.commands().json("drill", "list", "--fail-on-due").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        receiver.confirming(true);
        assertThat(bench.drill(TWO, "--all-due", "bao-emergency").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.drill(TWO, "bao-emergency").exitCode()).isZero();
    }

    @Test
    void aUseAroundOneCommand(OpenBao openBao) throws IOException {
        openBao.write("secret/data/drill-canary", Map.of("data", Map.of("code", "1234")));
        Path given = bench.commands().home().resolve("given");
        List.of("ada", "bo", "cy").forEach(this::hears);
        Answer used = bench.use(
                "bao-emergency", "login is down", "sh", "-c", "printf %s \"$BAO_TOKEN\" > " + given + "; exit 7");

        assertThat(used.exitCode()).as(used.err()).isEqualTo(7);
        String token = Files.readString(given);
        Files.delete(given);
        assertThat(token).startsWith("s.");
        assertThat(openBao.call("GET", CANARY, Map.of(), token).status()).isEqualTo(403);
        bench.assertNowhere(token);
        assertThat(receiver.messages()).anyMatch(message -> message.contains("curfew.break-glass.use"));
        // each of those who were not asked, before the command is over; not whoever did it
        assertThat(receiver.messages())
                .filteredOn(message -> message.contains("\"event\":\"break-glass-opened\""))
                .hasSize(2)
                .allMatch(message -> message.contains("\"officers\":[\"bo\",\"cy\"]"))
                .allMatch(message -> message.contains("login is down") && !message.contains(token));
        JsonNode use = last(bench.commands().json("break-glass", "uses", "bao-emergency"));
        assertThat(use.path("reason").asText()).isEqualTo("login is down");
        assertThat(use.path("closedAt").isNull()).isFalse();
        String id = use.path("id").asText();
        assertThat(review(id, "bo").exitCode()).as("bo held a share").isEqualTo(ExitCode.REFUSED);
        assertThat(review(id, "cy").exitCode()).isZero();
        assertThat(last(bench.commands().json("break-glass", "uses", "bao-emergency"))
                        .path("reviewer")
                        .asText())
                .isEqualTo("cy");
    }

    private void hears(String officer) {
        Path key = bench.commands().file("hook.key", "a secret of some length");
        Answer added = bench.commands()
                .as(
                        "ada",
                        "notice",
                        "add",
                        "of-" + officer,
                        "--webhook",
                        receiver.address(),
                        "--secret-file",
                        key.toString(),
                        "--on",
                        "break-glass-opened",
                        "--for",
                        officer);
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    private Answer review(String use, String officer) {
        return bench.commands().as(officer, "break-glass", "review", "bao-emergency", use, "--remark", "as agreed");
    }

    private static JsonNode last(Answer answer) {
        return answer.items().get(answer.items().size() - 1);
    }

    /// Handed to an officer while a command runs: opened once, and told where it was opened or exchanged on its way.
    @Test
    void aSessionInAWrapping(OpenBao openBao, @TempDir Path elsewhere) throws IOException, InterruptedException {
        openBao.write(CANARY, Map.of("data", Map.of("code", "1234")));
        Path file = elsewhere.resolve("handover");
        Path over = elsewhere.resolve("over");
        Path given = elsewhere.resolve("given");
        List<Answer> answers = new CopyOnWriteArrayList<>();
        Thread use = Thread.ofVirtual()
                .start(() -> answers.add(bench.use(
                        "bao-emergency",
                        "login is down",
                        List.of("--wrap-to", file.toString(), "--wrap-for", "cy"),
                        "sh",
                        "-c",
                        "test -z \"$BAO_TOKEN\" && while [ ! -e " + over + " ]; do sleep 0.1; done")));
        try {
            String text = handedOver(file, use);
            JsonNode handed = new ObjectMapper().readTree(text);
            String wrapping = handed.path("token").asText();
            CommandBench officer = new CommandBench(elsewhere.resolve("cy"), Clock.systemUTC());

            Answer exchanged = unwrap(officer, exchanged(openBao, handed, elsewhere), given);
            Answer opened = unwrap(officer, file, given);
            Answer again = unwrap(officer, file, given);

            assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            assertThat(exchanged.exitCode()).isNotZero();
            assertThat(exchanged.err()).contains("made by auth/token/create", "was exchanged on its way");
            assertThat(opened.exitCode()).as(opened.err()).isZero();
            String token = Files.readString(given);
            assertThat(openBao.call("GET", CANARY, Map.of(), token).status()).isEqualTo(200);
            assertThat(again.exitCode()).isNotZero();
            assertThat(again.err()).contains("it was opened before", "somebody else has the session");
            Files.createFile(over);
            use.join();
            assertThat(answers.getFirst().exitCode())
                    .as(answers.getFirst().err())
                    .isZero();
            assertThat(answers.getFirst().err())
                    .contains("is for cy", handed.path("madeAt").asText());
            assertThat(opened.err()).contains(handed.path("madeAt").asText());
            assertThat(openBao.call("GET", CANARY, Map.of(), token).status()).isEqualTo(403);
            bench.assertNowhere(wrapping);
            bench.assertNowhere(token);
            assertThat(officer.seen()).doesNotContain(wrapping, token);
        } finally {
            if (Files.notExists(over)) {
                Files.createFile(over);
            }
            use.join();
        }
    }

    private static String handedOver(Path file, Thread use) throws IOException {
        while (use.isAlive()
                && (Files.notExists(file) || !Files.readString(file).endsWith("\n"))) {
            LockSupport.parkNanos(20_000_000L);
        }
        return Files.readString(file);
    }

    private static Answer unwrap(CommandBench officer, Path file, Path given) {
        return officer.bare(
                Map.of(),
                "",
                List.of(),
                "break-glass",
                "unwrap",
                file.toString(),
                "--",
                "sh",
                "-c",
                "printf %s \"$BAO_TOKEN\" > " + given);
    }

    /// With another wrapping in it, as whoever opened the first may put it there.
    private static Path exchanged(OpenBao openBao, JsonNode handed, Path folder) throws IOException {
        String other = openBao.call(
                        "POST",
                        "auth/token/create",
                        Map.of("policies", "default"),
                        openBao.rootToken().reveal(),
                        "X-Vault-Wrap-TTL",
                        "60s")
                .ok()
                .text("/wrap_info/token");
        ObjectNode changed = handed.deepCopy();
        changed.put("token", other);
        return Files.writeString(folder.resolve("exchanged"), changed.toString());
    }

    /// By two files and two passphrases: the workspace is not opened, and could not be.
    @Test
    void byItsFilesAlone(OpenBao openBao, @TempDir Path elsewhere) throws IOException {
        for (String file : List.of("bao-emergency.envelope", "bo.custody", "cy.custody")) {
            Files.copy(bench.custody().resolve(file), elsewhere.resolve(file));
        }
        Path given = elsewhere.resolve("given");
        Answer opened = bench.commands()
                .bare(
                        Map.of("CURFEW_WORKSPACE", elsewhere.resolve("none").toString()),
                        "",
                        List.of(CommandBench.passphraseOf("bo"), CommandBench.passphraseOf("cy")),
                        "break-glass",
                        "open-offline",
                        "--envelope",
                        elsewhere.resolve("bao-emergency.envelope").toString(),
                        "--key",
                        "bo=" + elsewhere.resolve("bo.custody"),
                        "--key",
                        "cy=" + elsewhere.resolve("cy.custody"),
                        "sh",
                        "-c",
                        "printf %s \"$BAO_TOKEN\" > " + given);

        assertThat(opened.exitCode()).as(opened.err()).isZero();
        assertThat(opened.err()).contains("drill the path when Curfew is back");
        assertThat(openBao.call("GET", CANARY, Map.of(), Files.readString(given))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void oneHolderAlone() {
        Answer drilled = bench.drill(List.of("cy"), "bao-emergency");

        assertThat(drilled.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(DrillBench.verdicts(drilled))
                .isEqualTo("FAILED NOT_DONE NOT_DONE NOT_DONE NOT_DONE NOT_DONE NOT_DONE");
        assertThat(drilled.err()).contains("Bring the missing holders");
    }

    @Test
    void aCustodyKeyThatIsLost() throws IOException {
        Path key = bench.custody().resolve("ada.custody");
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        Answer tooFew = bench.drill(TWO, "bao-emergency");
        Answer enough = bench.drill(List.of("ada", "bo", "cy"), "bao-emergency");
        Files.write(key, kept);

        assertThat(DrillBench.stage(tooFew, "seal").path("sentence").asText()).contains("share of ada did not open");
        assertThat(enough.exitCode()).as(enough.err()).isZero();
        assertThat(DrillBench.stage(enough, "seal").path("verdict").asText()).isEqualTo("CARE");
    }

    @Test
    void anAccountThatMayNotReplaceItsOwnPassword(OpenBao openBao) {
        openBao.policy("drill-weak", "path \"secret/data/drill-canary\" { capabilities = [\"update\", \"read\"] }");
        user(openBao, "weak", "1h", "drill-weak");
        Answer registered = register("bao-weak", "weak");

        assertThat(registered.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(registered.err()).contains("nothing is sealed", "the right to replace its own credential");
        assertThat(login(openBao, "weak", "first-weak")).isEqualTo(200);
        assertThat(listed("bao-weak").path("envelope").asText()).isEqualTo("MISSING");
    }

    @Test
    void aWrongCredentialRegistersNothing() {
        Answer registered = bench.register("bao-wrong", "bao", "drill-userpass/emergency:not-it", CANARY);

        assertThat(registered.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(registered.err()).contains("Nothing was registered");
        assertThat(bench.commands().seen()).doesNotContain("not-it");
    }
}
