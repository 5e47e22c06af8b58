package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key in production is deleted by two officers on two machines, and by nobody less.
@WithMoto
class TwoOfficersChainTest {

    @Test
    void whatCannotBeBroughtBackInProductionTakesTwoOfficersOnTwoMachines(Moto moto, @TempDir Path folder)
            throws Exception {
        CommandBench bench = new CommandBench(Files.createDirectory(folder.resolve("one")), Clock.systemUTC());
        CommandBench other = new CommandBench(Files.createDirectory(folder.resolve("other")), Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "production");
        bench.run("sync");
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        String plan = bench.as("ada", "revoke", "plan", leaked.id(), "--reason", "leaked")
                .item()
                .path("id")
                .asText();

        Answer alone = bench.as("ada", "revoke", "run", plan);
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("needs one more officer", "two-officers-delete-in-production");
        assertThat(moto.accessKeys("ci-runner")).containsEntry(leaked.id(), "Active");
        Answer waiting = bench.json("revoke", "list");
        assertThat(waiting.item().at("/signedBy/0").asText()).isEqualTo("ada");
        assertThat(waiting.item().path("waitsFor").asText()).contains("one more officer");

        assertThat(bench.as("bo", "revoke", "approve", plan).err()).contains("one more officer");
        Answer second = on(other, bench, "bo", "revoke", "approve", plan);
        assertThat(second.err()).as(second.out()).contains("No signature is missing");

        Answer ran = bench.as("ada", "revoke", "run", plan);
        assertThat(ran.items()).hasSize(2);
        assertThat(ran.err().lines())
                .as("the board: each act, and the last try")
                .anyMatch(line -> line.matches(" *\\+\\d+\\.\\d\\d s  done +aws\\.deactivate-access-key  .*"))
                .anyMatch(line -> line.matches(" *\\+\\d+\\.\\d\\d s  tried .*" + leaked.id() + ".*"));
        assertThat(moto.accessKeys("ci-runner")).isEmpty();
        assertThat(bench.run("ledger", "verify").exitCode()).isZero();
    }

    /// Bo's workspace is Bo's own; between the two pass files alone.
    @Test
    void twoOfficersOnTwoWorkspacesApproveByFilesAndThePlanRuns(Moto moto, @TempDir Path folder) throws Exception {
        CommandBench ada = new CommandBench(Files.createDirectory(folder.resolve("ada")), Clock.systemUTC());
        CommandBench bo = new CommandBench(Files.createDirectory(folder.resolve("bo")), Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        for (CommandBench bench : List.of(ada, bo)) {
            bench.run("init");
        }
        Shipped.connect(ada, "prod", moto, own, "--environment", "production");
        ada.run("sync");
        introduce(ada, "ada", bo);
        introduce(bo, "bo", ada);
        String plan = ada.as("ada", "revoke", "plan", leaked.id(), "--reason", "leaked")
                .item()
                .path("id")
                .asText();
        String question = folder.resolve("question").toString();
        String answer = folder.resolve("answer").toString();

        done(ada.as("ada", "approval", "export", plan, "--to", question));
        assertThat(done(bo.json("approval", "show", question)).err()).contains("not checked by you");
        Shipped.connect(bo, "prod", moto, own, "--environment", "production");
        bo.run("sync");
        Answer shown = done(bo.json("approval", "show", question));
        assertThat(shown.item().path("recheck").asText()).isEqualTo("same");
        assertThat(shown.item().path("planHash"))
                .isEqualTo(ada.json("revoke", "list").item().path("hash"));
        assertThat(shown.item().path("preview"))
                .isEqualTo(ada.json("revoke", "list").item().path("preview"));
        assertThat(shown.err()).contains("Its preview was computed here too, with the same result");

        done(bo.as("bo", "approval", "sign", question, "--out", answer));
        Answer taken = done(ada.json("approval", "import", answer));
        assertThat(taken.item().at("/signedBy/0").asText()).isEqualTo("bo");
        assertThat(taken.err()).contains("one more officer", "curfew approval export " + plan + " --to FILE");
        Answer again = ada.run("approval", "import", answer);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("bo has signed " + plan + " already");
        assertThat(bo.run("approval", "import", answer).err()).contains("did not ask on this machine");
        assertThat(moto.accessKeys("ci-runner")).containsEntry(leaked.id(), "Active");

        Answer ran = ada.as("ada", "revoke", "run", plan);
        assertThat(ran.items()).as(ran.err()).hasSize(2);
        assertThat(moto.accessKeys("ci-runner")).isEmpty();
        for (CommandBench bench : List.of(ada, bo)) {
            assertThat(bench.run("ledger", "verify").exitCode()).isZero();
        }
        assertThat(bo.run("ledger", "list").out()).contains("approval.answered");
    }

    /// Each tells the other their public key by another way.
    private static void introduce(CommandBench one, String name, CommandBench other) {
        String key = one.addOfficer(name).item().path("publicKey").asText();
        done(other.run("officer", "add", name, "--public-key", key));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    /// On another machine, on the same workspace.
    private static Answer on(CommandBench machine, CommandBench workspace, String officer, String... arguments) {
        Map<String, String> environment = workspace.environment();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--officer",
                officer,
                "--officer-passphrase-file",
                workspace.home().resolve(officer + "-passphrase").toString()));
        return machine.bare(environment, "", List.of(), all.toArray(String[]::new));
    }
}
