package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.process.LossyWay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// An agent is cut off at two sources, one of which takes every question and answers none.
@WithOpenBao
@WithMoto
class HangingChainTest {
    private static final String AGENT = "runaway";

    /// The board's line on what was done to a token: when, and to which.
    private static final Pattern ENDED = Pattern.compile("\\+([0-9.]+) s {2}done +openbao\\.revoke-accessor {2}(\\S+)");

    private static final Pattern AWAITED = Pattern.compile("\\+([0-9.]+) s {2}awaited +aws has not answered");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is interrupted by a signal")
    void whichSourceIsAwaitedIsToldTheOtherGoesOnAndWhoeverStopsKnowsThePlan(
            OpenBao openBao, Moto moto, @TempDir Path home) throws IOException, InterruptedException {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        bench.run("init");
        AwsPlace aws = AwsPlace.fresh(moto, 2);
        BaoPlace bao = new BaoPlace(openBao, 2);
        Map<String, String> tokens = bao.agent(AGENT);
        Map<String, String> held = new LinkedHashMap<>(aws.agent(AGENT));
        held.putAll(tokens);
        bao.connect(bench);
        try (LossyWay way = LossyWay.to(moto.endpoint().getPort())) {
            String own = aws.own().id() + " " + aws.own().secret().reveal();
            String address = URI.create("http://127.0.0.1:" + way.port()).toString();
            bench.connect("aws", "aws", address, own, own, "--environment", "test");
            assertThat(bench.run("sync").exitCode()).isZero();
            bench.addOfficer("ada");
            List<String> words = new ArrayList<>(List.of(
                    "kill",
                    "--agent",
                    AGENT,
                    "--reason",
                    "it runs away",
                    "--officer",
                    "ada",
                    "--officer-passphrase-file",
                    home.resolve("ada-passphrase").toString()));
            held.forEach(
                    (id, value) -> words.add("--value-file=" + id + "=" + bench.file("value-" + words.size(), value)));
            way.hold("HTTP/1.1");

            try (CurfewProcess curfew = CurfewProcess.startHearing(home, bench.environment(), words)) {
                curfew.await(() -> AWAITED.matcher(curfew.err()).find());
                curfew.await(() -> tokens.keySet().stream()
                        .allMatch(token -> curfew.err().contains("tried     " + token + "  refused 3 of 3")));
                String told = curfew.err();
                String plan = found("Plan (p-\\S+):", told);
                Map<String, Double> ended = ended(told);
                assertThat(ended.keySet()).as(told).isEqualTo(tokens.keySet());
                double awaited = Double.parseDouble(found(AWAITED.pattern(), told));
                assertThat(ended.values())
                        .as("nothing at the other waits for it; " + told)
                        .allMatch(at -> at < awaited && awaited < at + 5);
                assertThat(curfew.isRunning()).isTrue();

                long stopped = System.nanoTime();
                curfew.interrupt();
                assertThat(curfew.exitCode()).isNotZero();

                assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(20));
                assertThat(curfew.err()).contains("Stopped before the end", "curfew revoke run " + plan);
            }
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /// When each token ended, in seconds.
    private static Map<String, Double> ended(String text) {
        Map<String, Double> ended = new LinkedHashMap<>();
        ENDED.matcher(text)
                .results()
                .forEach(line -> ended.put(line.group(2).replaceAll(":$", ""), Double.valueOf(line.group(1))));
        return ended;
    }
}
