package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is cut off and keeps what lets them make a new credential undoes it: such a plan is refused, or takes in the
/// rest, or is put in another order.
@WithOpenBao
@WithMoto
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoneChainTest {
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private ControllerManager controllers;

    /// By source, those that may make themselves credentials, and those that may not.
    private final Map<String, List<String>> makers = new LinkedHashMap<>();

    private final Map<String, List<String>> others = new LinkedHashMap<>();

    @BeforeAll
    void threeServers(OpenBao openBao, Moto moto, Kubernetes kubernetes, @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        controllers = ControllerManager.start(kubernetes);
        BaoPlace bao = new BaoPlace(openBao, 2);
        AwsPlace aws = AwsPlace.fresh(moto, 2);
        KubernetesPlace k8s = new KubernetesPlace(kubernetes, Kubectl.of(kubernetes), 1);
        others.put("bao", List.copyOf(bao.agent("bao-plain").keySet()));
        makers.put(
                "bao",
                List.copyOf(bao.agent(
                                "bao-maker",
                                "path \"auth/token/create-orphan\" { capabilities = [\"update\", \"sudo\"] }")
                        .keySet()));
        others.put("aws", List.copyOf(aws.agent("aws-plain").keySet()));
        makers.put("aws", List.copyOf(aws.agent("aws-maker").keySet()));
        allowOnUser(moto, "aws-maker", "aws-maker");
        allowOnUser(moto, "aws-chief", "aws-chiefs-own");
        others.put("k8s", List.copyOf(k8s.agent("k8s-plain").keySet()));
        makers.put("k8s", List.copyOf(k8s.agent("k8s-maker").keySet()));
        Kubectl kubectl = Kubectl.of(kubernetes);
        kubectl.run("create", "role", "makes", "--verb=create", "--resource=serviceaccounts/token", "-n=agents");
        kubectl.run("create", "rolebinding", "makes", "--role=makes", "--serviceaccount=agents:k8s-maker", "-n=agents");
        List.of(bao, aws, k8s).forEach(place -> place.connect(bench));
        Answer synced = bench.run("sync");
        assertThat(synced.exitCode()).as(synced.err()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    private static void allowOnUser(Moto moto, String user, String onUser) {
        for (String each : List.of(user, onUser)) {
            moto.iam("CreateUser", Map.of("UserName", each));
        }
        moto.iam("PutUserPolicy", Map.of("UserName", user, "PolicyName", "makes", "PolicyDocument", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:CreateAccessKey",
                 "Resource":"arn:aws:iam::%s:user/%s"}]}""".formatted(
                                Moto.ACCOUNT, onUser)))
                .ok();
    }

    @AfterAll
    void stop() {
        controllers.close();
    }

    private Answer plan(String... targets) {
        List<String> words = new ArrayList<>(List.of("revoke", "plan", "--reason", "it leaked"));
        words.addAll(List.of(targets));
        return bench.as("ada", words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao", "aws", "k8s"})
    void whoMayMakeItselfAnotherIsNotCutOffByHalves(String source) {
        List<String> held = makers.getOrDefault(source, List.of());
        Answer answer = plan(held.getFirst());

        assertThat(answer.exitCode()).as(answer.out()).isEqualTo(1);
        assertThat(answer.err()).contains("would be undone", held.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao", "aws", "k8s"})
    void wholeItIs(String source) {
        Answer answer = plan(makers.getOrDefault(source, List.of()).toArray(String[]::new));

        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao", "aws", "k8s"})
    void whoMayNotIsCutOffByHalvesToo(String source) {
        Answer answer = plan(others.getOrDefault(source, List.of()).getFirst());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao", "aws", "k8s"})
    void anEmergencyTakesInTheRestAndSaysSo(String source) {
        List<String> held = makers.getOrDefault(source, List.of());
        Answer answer = bench.as("ada", "kill", held.getFirst(), "--preview", "--reason", "it leaked");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("Ends too: " + held.getLast());
        JsonNode credentials = answer.item().at("/preview/credentials");
        assertThat(credentials).hasSize(held.size());
    }

    @Test
    void whoMakesForTheOtherEndsFirst(Moto moto) {
        String made = "aws:" + moto.accessKey("aws-chiefs-own").id();
        String maker = "aws:" + moto.accessKey("aws-chief").id();
        bench.run("sync", "aws");
        Answer answer = plan(made, maker);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().at("/steps/0/credential").asText()).isEqualTo(maker);
    }
}
