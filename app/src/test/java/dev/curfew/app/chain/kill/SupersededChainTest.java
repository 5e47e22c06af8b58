package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two plans wait for what the kill switch ends meanwhile: one for all of it, one for a part.
@WithOpenBao
@WithMoto
class SupersededChainTest {
    @Test
    void whatTheKillSwitchEndedIsToldAndNotEndedTwice(OpenBao openBao, @TempDir Path folder) {
        CommandBench bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        BaoPlace bao = new BaoPlace(openBao, 2);
        Map<String, String> held = bao.agent("late-agent");
        bao.connect(bench);
        bench.run("sync");
        bench.addOfficer("ada");
        List<String> ids = List.copyOf(held.keySet());
        List<String> values = new ArrayList<>();
        held.forEach((id, value) -> values.add("--value-file=" + id + "=" + bench.file("v" + values.size(), value)));
        String all = planned(bench, ids.getFirst());
        String part = planned(bench, ids.getFirst(), ids.getLast());

        Answer killed = bench.as("ada", "kill", ids.getFirst(), "--reason", "it cannot wait", values.getFirst());
        String kill = newest(bench).path("id").asText();
        assertThat(killed.items()).as(killed.err()).hasSize(1);

        Answer refused = bench.as("ada", "revoke", "run", all);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        ids.getFirst() + ": openbao.revoke-accessor was done by plan " + kill,
                        "Nothing is left of plan " + all,
                        "curfew revoke verify " + kill);
        assertThat(bench.as("ada", "revoke", "approve", all).err()).contains("Nothing is left of plan " + all);

        Answer run = bench.as("ada", "revoke", "run", part, values.getFirst(), values.getLast());
        assertThat(run.err()).contains("was done by plan " + kill).doesNotContain("Nothing is left");
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(run.items()).extracting(step -> step.path("state").asText()).containsExactly("SUPERSEDED", "ACTED");
        assertThat(run.items().get(0).path("detail").asText()).contains(kill);
        assertThat(run.items())
                .extracting(step -> step.at("/proof/state").asText())
                .containsExactly("Proved", "Proved");
        assertThat(bench.json("ledger", "list").items())
                .filteredOn(entry -> entry.path("type").asText().equals("step.acted"))
                .extracting(entry -> entry.at("/details/credential").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(bench.as("ada", "revoke", "deny", all).exitCode()).isZero();
    }

    @Test
    void whatTheOtherTookBackIsToDoAgainAndReadAsThat(Moto moto, @TempDir Path folder) {
        CommandBench bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        AwsPlace aws = AwsPlace.fresh(moto, 2);
        List<String> ids = List.copyOf(aws.agent("late-agent").keySet());
        aws.connect(bench);
        bench.run("sync");
        bench.addOfficer("ada");
        String both = planned(bench, "--deactivate", ids.getFirst(), ids.getLast());
        String other = planned(bench, "--deactivate", ids.getFirst());
        bench.as("ada", "revoke", "run", other);
        Answer run = bench.as("ada", "revoke", "run", both);
        assertThat(run.err()).contains("was done by plan " + other);
        assertThat(states(bench, both)).containsExactly("SUPERSEDED", "ACTED");

        Answer undone = bench.as("ada", "revoke", "undo", other);

        assertThat(undone.exitCode()).as(undone.err()).isZero();
        assertThat(states(bench, both)).as("the first is to do").containsExactly("ACTED");
        assertThat(bench.as("ada", "revoke", "run", both).items())
                .extracting(step -> step.path("state").asText())
                .containsExactly("ACTED", "ACTED");
        assertThat(states(bench, both)).containsExactly("ACTED", "ACTED");
    }

    private static List<String> states(CommandBench bench, String plan) {
        return bench.json("revoke", "list")
                .items()
                .valueStream()
                .filter(one -> one.path("id").asText().equals(plan))
                .flatMap(one -> one.path("records").valueStream())
                .map(step -> step.path("state").asText())
                .toList();
    }

    private static String planned(CommandBench bench, String... ids) {
        List<String> words = new ArrayList<>(List.of("revoke", "plan", "--reason", "rotation"));
        words.addAll(List.of(ids));
        Answer planned = bench.as("ada", words.toArray(String[]::new));
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        return planned.item().path("id").asText();
    }

    private static JsonNode newest(CommandBench bench) {
        JsonNode plans = bench.json("revoke", "list").items();
        return plans.get(plans.size() - 1);
    }
}
