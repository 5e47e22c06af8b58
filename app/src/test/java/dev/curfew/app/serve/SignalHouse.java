package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.connector.signal.HmacSha256;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Moto;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A workspace connected to a moto account, two officers, senders of three kinds, and a server process that they send
/// to.
final class SignalHouse implements AutoCloseable {
    static final String SECRET = "canary-" + "0123456789abcdef".repeat(2);
    static final String CURFEW = "Curfew-Signature";

    private static final String PLAYBOOK = """
            {
              "schema": "curfew.playbook/1",
              "name": "leaked-keys",
              "purpose": "A key that leaked is switched off before somebody is awake.",
              "trigger": "leaked",
              "scope": { "sources": ["prod"], "kinds": ["aws.access-key"], "tags": { "repository": "acme/shop" } },
              "acts": ["aws.deactivate-access-key"],
              "ceiling": { "identities": 1, "credentials": 1, "within": "PT1H" },
              "signatures": 2,
              "reviewWithin": "P1D",
              "expiresAt": "UNTIL"
            }
            """;

    final CommandBench bench;
    final MadeTransmitter transmitter = new MadeTransmitter();
    final CurfewProcess server;

    /// Of the user `report`, who is of the repository `acme/shop`.
    final String key;

    private final Moto moto;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Contract contract = new Contract();
    private final String address;

    SignalHouse(Moto moto, Path home) throws GeneralSecurityException, InterruptedException {
        this.moto = moto;
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        moto.iam(
                        "CreateUser",
                        Map.of(
                                "UserName",
                                "report",
                                "Tags.member.1.Key",
                                "repository",
                                "Tags.member.1.Value",
                                "acme/shop"))
                .ok();
        key = moto.accessKey("report").id();
        assertThat(run("sync").exitCode()).isZero();
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        add(
                "desk",
                "--webhook",
                "curfew",
                "--secret-file",
                bench.file("desk.key", SECRET).toString());
        add(
                "forge",
                "--webhook",
                "hub",
                "--secret-file",
                bench.file("forge.key", SECRET).toString());
        add(
                "idp",
                "--issuer",
                "https://idp.example",
                "--audience",
                "curfew",
                "--keys-file",
                bench.file("keys.json", transmitter.keys()).toString());
        server = CurfewProcess.start(home, bench.environment(), List.of("serve", "--port", "0"));
        address = ServeBench.servingAt(server);
    }

    Answer run(String... words) {
        return CommandBench.whenFree(() -> bench.run(words));
    }

    Answer json(String... words) {
        return CommandBench.whenFree(() -> bench.json(words));
    }

    Answer as(String officer, String... words) {
        return CommandBench.whenFree(() -> bench.as(officer, words));
    }

    private void add(String name, String... how) {
        List<String> line = new ArrayList<>(List.of("signal", "senders", "add", name));
        line.addAll(List.of(how));
        Answer added = as("ada", line.toArray(String[]::new));
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    Told push(String sender, String body, Map<String, String> headers) {
        String path = "/v1/signals/" + sender;
        try {
            Told told = new Asked("POST", URI.create(address + path), body, headers).by(client);
            if (!told.body().isEmpty()) {
                contract.check("POST", path, told.status(), told.header("Content-Type"), told.body());
            }
            return told;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The desk's webhook, signed as it has to be.
    Told tell(String body) {
        return push("desk", body, Map.of(CURFEW, signed(now(), body)));
    }

    static String hmac(String secret, String text) {
        try (Secret held = Secret.of(secret)) {
            return HmacSha256.hex(held, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String signed(long time, String body) {
        return "t=" + time + ",v1=" + hmac(SECRET, time + "." + body);
    }

    static String leak(String id, String of) {
        return """
                {"schema":"curfew.signal/1","id":"%s","kind":"credential-leaked","at":"%s",\
                "subject":{"format":"id","id":"%s"}}""".formatted(id, Instant.now(), of);
    }

    static long now() {
        return Instant.now().getEpochSecond();
    }

    /// Signs it, both of them, until it is in force.
    void keysThatLeakAreSwitchedOff() {
        Path playbook = bench.file(
                "leaked-keys.json",
                PLAYBOOK.replace(
                        "UNTIL", Instant.now().plus(Duration.ofDays(30)).toString()));
        Answer signed = as("ada", "playbook", "sign", playbook.toString());
        assertThat(signed.exitCode()).as(signed.err()).isZero();
        as("bo", "playbook", "sign", "--name", "leaked-keys");
    }

    /// The forge tells that `acme/shop` is archived.
    Told archive() {
        String body = """
                {"action":"archived","repository":{"full_name":"acme/shop","archived":true,"updated_at":"%s"}}""".formatted(Instant.now());
        return push("forge", body, Map.of("X-Hub-Signature-256", "sha256=" + hmac(SECRET, body)));
    }

    boolean isActive() {
        return !moto.accessKeys("report").containsValue("Inactive");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
