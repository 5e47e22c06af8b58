package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.chain.Traces;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.postgres.PostgresConnector;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.HolderKey;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.governance.custody.Opening;
import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.crypto.SealedByPassphrase;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A workspace with three officers who hold shares, and what is registered in it.
final class DrillBench {
    private static final List<String> HOLDERS = List.of("ada", "bo", "cy");

    private final CommandBench bench;

    DrillBench(Path home) {
        this(home, Clock.systemUTC());
    }

    DrillBench(Path home, Clock clock) {
        bench = new CommandBench(home, clock);
        assertThat(bench.json("init").exitCode()).isZero();
        HOLDERS.forEach(
                holder -> assertThat(bench.addOfficer(holder).exitCode()).isZero());
    }

    CommandBench commands() {
        return bench;
    }

    void connect(String kind, String name, String address, String read, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "connect",
                kind,
                name,
                "--address",
                address,
                "--read-credential",
                bench.file("read.secret", read + "\n").toString()));
        line.addAll(List.of(more));
        Answer connected = bench.json(line.toArray(new String[0]));
        assertThat(connected.exitCode()).as(connected.err()).isZero();
        Answer synced = bench.json("sync", name);
        assertThat(synced.exitCode()).as(synced.err()).isZero();
    }

    /// As "pg", read by the role of the shipped policy.
    ///
    /// @param statements that the server runs before it is read
    void connect(PostgreSql server, String... statements) {
        server.psql().lines("postgres", Shipped.text(PostgresConnector.class, "read-policy.sql"));
        server.run("postgres", "ALTER ROLE curfew_read PASSWORD 'read-4711'");
        server.run("postgres", statements);
        Path authority = bench.file("ca.pem", server.authorityPem());
        connect(
                "postgresql",
                "pg",
                server.address().toString(),
                "*:*:*:curfew_read:read-4711",
                "--ca-file",
                authority.toString());
    }

    /// Why a path is not kept apart, by what is there now.
    List<String> notApart(String source, String path) {
        Answer synced = bench.json("sync", source);
        assertThat(synced.exitCode()).as(synced.err()).isZero();
        Answer status = bench.json("break-glass", "status", path);
        assertThat(status.exitCode()).as(status.err()).isZero();
        return StreamSupport.stream(status.item().path("notApart").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /// With the credential in a file that goes at once.
    Answer register(String path, String source, String credential, String canary, String... more) {
        Path file = bench.file("emergency", credential + "\n");
        List<String> line = new ArrayList<>(List.of(
                "break-glass",
                "register",
                path,
                "--source",
                source,
                "--credential-file",
                file.toString(),
                "--canary",
                canary));
        line.addAll(List.of(more));
        line.addAll(held(HOLDERS));
        Answer answer = bench.as("ada", line.toArray(new String[0]));
        file.toFile().delete();
        return answer;
    }

    Answer drill(List<String> holders, String... line) {
        List<String> all = new ArrayList<>(List.of("drill"));
        all.addAll(List.of(line));
        all.addAll(held(holders));
        return bench.as("ada", all.toArray(new String[0]));
    }

    /// Opened by ada and bo.
    Answer use(String path, String reason, String... command) {
        return use(path, reason, List.of(), command);
    }

    Answer use(String path, String reason, List<String> options, String... command) {
        return bench.run(useLine(path, reason, options, command).toArray(new String[0]));
    }

    /// What is typed for it.
    List<String> useLine(String path, String reason, List<String> options, String... command) {
        List<String> line = new ArrayList<>(List.of("break-glass", "use", path, "--reason", reason));
        line.addAll(options);
        line.addAll(held(List.of("ada", "bo")));
        line.addAll(byAda());
        line.add("--");
        line.addAll(List.of(command));
        return line;
    }

    /// That ada signs for it.
    List<String> byAda() {
        return List.of(
                "--officer",
                "ada",
                "--officer-passphrase-file",
                passphraseFile("ada").toString());
    }

    /// Who brings a share.
    List<String> held(List<String> holders) {
        return holders.stream()
                .flatMap(holder -> Stream.of("--holder", holder + "=" + passphraseFile(holder)))
                .toList();
    }

    private Path passphraseFile(String holder) {
        return bench.file(holder + "-passphrase", CommandBench.passphraseOf(holder));
    }

    /// "PASSED PASSED …", in the order of the stages.
    static String verdicts(Answer answer) {
        return String.join(
                " ",
                StreamSupport.stream(answer.items().spliterator(), false)
                        .map(item -> item.path("verdict").asText())
                        .toList());
    }

    static JsonNode stage(Answer answer, String stage) {
        return StreamSupport.stream(answer.items().spliterator(), false)
                .filter(item -> item.path("stage").asText().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    Path custody() {
        return bench.workspace().resolve("custody");
    }

    /// What is in the envelope now, opened without workspace, network or keychain: by two files and two passphrases.
    String sealed(String path) {
        HolderKeys keys = new HolderKeys(custody(), new SealedByPassphrase(QuickPassphrases.COST), new SecureRandom());
        List<HolderKey> two = Stream.of("bo", "cy")
                .map(holder -> keys.unlock(holder, Secret.of(CommandBench.passphraseOf(holder))))
                .toList();
        Opening opening = new Custody(new SecureRandom())
                .open(EnvelopeFiles.read(custody().resolve(path + ".envelope")), two);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).credential().reveal();
    }

    /// Neither a file of the machine's nor anything that was ever printed holds it.
    void assertNowhere(String value) {
        try {
            Traces.assertNowhere(value, bench.home(), Set.of(), bench.seen());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
