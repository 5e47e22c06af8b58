package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// `curfew watch` as a process over a bench's workspace, with what it watches over and what it entered.
record Watch(JobBench bench) {
    CurfewProcess start() {
        return start("1s");
    }

    /// @param every how long it leaves the workspace to others
    CurfewProcess start(String every) {
        return bench.curfew(List.of("watch", "--every", every));
    }

    /// @return what it said
    String once(int expected) throws InterruptedException {
        try (CurfewProcess watch = bench.curfew(List.of("watch", "--once"))) {
            int exitCode = watch.exitCode();
            assertThat(exitCode).as(watch.err()).isEqualTo(expected);
            return watch.err();
        }
    }

    /// Starts it, and kills it after that time.
    void killed(Duration after) throws InterruptedException {
        try (CurfewProcess watch = start()) {
            Thread.sleep(after);
            watch.kill();
            watch.exitCode();
        }
    }

    /// Has a window opened that the policies allow without a signature.
    ///
    /// @param life for example `15m`
    /// @param file to write the credential's value to
    /// @param more words of the request
    /// @return the request's id, which is the window's
    String issue(String role, String life, Path file, String... more) {
        return issued(asked(role, life, "job of the watch", more), file);
    }

    /// As [#issue], of what the policies want an officer's signature for.
    String issueApproved(String role, String life, Path file) {
        String id = asked(role, life, "night shift");
        done(bench.commands().as("bo", "approve", id));
        return issued(id, file);
    }

    private String asked(String role, String life, String reason, String... more) {
        List<String> words = new ArrayList<>(List.of("request", role, "--for", life, "--reason", reason));
        words.addAll(List.of(more));
        return done(CommandBench.whenFree(() -> bench.commands().as("ci", words.toArray(String[]::new))))
                .item()
                .path("id")
                .asText();
    }

    private String issued(String id, Path file) {
        done(CommandBench.whenFree(() -> bench.commands().as("ci", "issue", id, "--out", file.toString())));
        return id;
    }

    /// Has a playbook signed by both officers.
    void sign(String playbook) {
        Path file = bench.commands().file("playbook.json", playbook);
        for (String officer : List.of("ci", "bo")) {
            done(bench.commands().as(officer, "playbook", "sign", file.toString()));
        }
    }

    Stream<JsonNode> entries(String type) {
        return StreamSupport.stream(
                        bench.commands().json("ledger", "list").items().spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }
}
