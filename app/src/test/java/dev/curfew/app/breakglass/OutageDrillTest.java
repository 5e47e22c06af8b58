package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.app.signin.StaffRealm;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A drill in the outage it is for: the identity provider at which the officers sign in is stopped, and the process
/// that drills reaches no keychain. What then needs a sign-in or a keychain does not go; the drill does.
@WithOpenBao
@WithKeycloak
class OutageDrillTest {
    private static final String CANARY = "secret/data/outage-canary";
    private static final String PATH = "bao-outage";
    private static final String ACCESS = "bao:policy/outage-emergency";

    @Test
    void aDrillWithTheIdentityProviderStoppedAndNoKeychain(OpenBao openBao, @TempDir Path home) throws Exception {
        try (Keycloak keycloak = Keycloak.start();
                Receiver receiver = new Receiver()) {
            StaffRealm staff = StaffRealm.fresh(keycloak, "outage-staff");
            DrillBench bench = new DrillBench(home);
            path(openBao, bench, receiver);
            signedInOfficers(bench, staff);
            String request = requested(bench);

            keycloak.kill();
            withoutSignIn(bench, request);
            Map<String, String> outage = outage(bench, home);
            try (CurfewProcess locked =
                    CurfewProcess.start(home, without(outage, "CURFEW_PASSPHRASE_FILE"), List.of("drill", "list"))) {
                assertThat(locked.exitCode()).isNotZero();
                assertThat(locked.err()).contains("there is no keychain that holds one");
            }
            drill(bench, home, outage);
        }
    }

    private static void path(OpenBao openBao, DrillBench bench, Receiver receiver) {
        openBao.write("sys/auth/outage-userpass", Map.of("type", "userpass"));
        openBao.policy("outage-emergency", """
                path "secret/data/outage-canary" { capabilities = ["create", "update", "read"] }
                path "auth/outage-userpass/users/+/password" { capabilities = ["update"] }
                """);
        openBao.policy("outage-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.write(
                "auth/outage-userpass/users/emergency",
                Map.of("password", "first-4711", "token_policies", List.of("outage-emergency"), "token_ttl", "1h"));
        String reader = openBao.orphan("outage-read").value();
        bench.connect("openbao", "bao", openBao.address().toString(), reader);
        done(bench.register(
                PATH,
                "bao",
                "outage-userpass/emergency:first-4711",
                CANARY,
                "--alert",
                receiver.address(),
                "--alert-within",
                "5s"));
    }

    /// From now on whoever approves has to have signed in at the identity provider.
    private static void signedInOfficers(DrillBench bench, StaffRealm staff) {
        staff.required(bench.commands());
        done(bench.commands().as("ada", "officer", "bind", "bo", "--subject", staff.person("bo.staff")));
    }

    private static String requested(DrillBench bench) {
        return done(bench.commands().as("ada", "request", ACCESS, "--for", "15m", "--reason", "login is down"))
                .item()
                .path("id")
                .asText();
    }

    private static void withoutSignIn(DrillBench bench, String request) {
        Answer signIn = bench.commands().as("bo", "officer", "sign-in");
        assertThat(signIn.exitCode()).isNotZero();
        Answer approved = bench.commands().as("bo", "approve", request);
        assertThat(approved.exitCode()).isNotZero();
        assertThat(approved.err()).contains("curfew officer sign-in --officer bo");
    }

    private static Map<String, String> outage(DrillBench bench, Path home) {
        Map<String, String> environment = new HashMap<>(bench.commands().environment());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("no-bus"));
        environment.put("XDG_RUNTIME_DIR", home.toString());
        return environment;
    }

    private static Map<String, String> without(Map<String, String> environment, String name) {
        Map<String, String> rest = new HashMap<>(environment);
        rest.remove(name);
        return rest;
    }

    private static void drill(DrillBench bench, Path home, Map<String, String> outage)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("drill", PATH, "--out", home.resolve("evidence").toString()));
        line.addAll(bench.held(List.of("ada", "bo")));
        line.addAll(bench.byAda());
        try (CurfewProcess drill = CurfewProcess.start(home, outage, line)) {
            assertThat(drill.exitCode()).as(drill.err()).isZero();
        }
        evidence(home.resolve("evidence"));
    }

    private static void evidence(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(2);
        JsonNode json = new ObjectMapper().readTree(files.getFirst().toFile());
        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.path("reliance").path("without"))
                .map(JsonNode::asText)
                .containsExactly("keychain", "identity-provider");
        try (PDDocument pdf = Loader.loadPDF(files.getLast().toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Passed:", "Done without: the keychain, an identity provider.");
        }
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }
}
