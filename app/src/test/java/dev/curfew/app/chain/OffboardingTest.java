package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who leaves takes along what they answer for, and nothing else; what somebody takes over stays.
@WithMoto
class OffboardingTest {

    @Test
    void whatTheLeavingOneOwnsIsPlannedForAndRun(Moto moto, @TempDir Path home) {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        String report = keyOf(moto, "report", "grace");
        String billing = keyOf(moto, "billing", "grace");
        String other = keyOf(moto, "other", "ada");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        bench.run("sync");
        bench.addOfficer("ada");
        leaving(bench, "grace@example.org,grace,2026-10-31");

        Answer planned = bench.as(
                "ada",
                "offboard",
                "--owner",
                "Grace@example.org",
                "--except",
                "prod:arn:aws:iam::" + Moto.ACCOUNT + ":user/billing",
                "--reason",
                "leaves on Friday");

        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(planned.out()).contains(report).doesNotContain(billing, other);
        assertThat(planned.err()).contains("Kept: prod:arn:aws:iam::" + Moto.ACCOUNT + ":user/billing");
        assertThat(moto.accessKeys("report")).as("nothing was changed yet").containsEntry(report, "Active");

        bench.as("ada", "revoke", "run", planned.item().path("id").asText());

        assertThat(moto.accessKeys("report")).containsEntry(report, "Inactive");
        assertThat(moto.accessKeys("billing")).containsEntry(billing, "Active");
        assertThat(moto.accessKeys("other")).containsEntry(other, "Active");
    }

    @Test
    void aWorkloadARepositoryAndAVendorTakeAlongWhatTheyHad(Moto moto, @TempDir Path home) {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        String exporter = keyOf(moto, "exporter", "ada");
        String shop = keyOf(moto, "shop", "ada", "Repository", "https://github.com/Acme/Old-Shop");
        String moved = keyOf(moto, "moved", "ada", "vendor", "DataMove");
        String theirs = keyOf(moto, "theirs", "datamove");
        String other = keyOf(moto, "other", "ada");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        bench.run("sync");
        bench.addOfficer("ada");

        assertThat(planned(bench, "--workload", "exporter"))
                .contains(exporter)
                .doesNotContain(shop, moved, theirs, other);
        assertThat(planned(bench, "--repository", "acme/old-shop"))
                .contains(shop)
                .doesNotContain(exporter, moved, theirs, other);
        assertThat(planned(bench, "--vendor", "datamove"))
                .contains(moved, theirs)
                .doesNotContain(exporter, shop, other);
        assertThat(planned(bench, "--vendor", "datamove", "--repository", "acme/old-shop", "other"))
                .contains(moved, theirs, shop, other)
                .doesNotContain(exporter);
        Answer nothing = bench.as("ada", "offboard", "--repository", "acme/new-shop", "--reason", "archived");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("Nothing is known to be of the repository acme/new-shop alone");
    }

    private static String planned(CommandBench bench, String... gone) {
        List<String> words = new ArrayList<>(List.of("offboard"));
        words.addAll(List.of(gone));
        words.addAll(List.of("--reason", "gone"));
        Answer planned = bench.as("ada", words.toArray(String[]::new));
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        return planned.out();
    }

    @Test
    void nobodysAndAllExceptedAreRefused(@TempDir Path home) {
        CommandBench bench = CommandBench.withTheSample(home);
        bench.addOfficer("ada");

        assertThat(bench.as("ada", "offboard", "--owner", "nobody-here", "--reason", "gone")
                        .exitCode())
                .isEqualTo(1);
        assertThat(bench.as("ada", "offboard", "ci-deployer", "--except", "ci-deployer", "--reason", "gone")
                        .err())
                .contains("all that was named is excepted");
    }

    /// A list that says who left.
    private static void leaving(CommandBench bench, String row) {
        Path list = bench.file("staff.csv", "Email,Login,Last day\n" + row + "\n");
        Answer read = bench.run(
                "import",
                "people",
                list.toString(),
                "--email-column",
                "Email",
                "--user-column",
                "Login",
                "--left-column",
                "Last day",
                "--zone",
                "UTC");
        assertThat(read.exitCode()).as(read.err()).isZero();
    }

    private static String keyOf(Moto moto, String user, String owner) {
        return keyOf(moto, user, owner, "team", "any");
    }

    private static String keyOf(Moto moto, String user, String owner, String tag, String value) {
        moto.iam(
                        "CreateUser",
                        Map.of(
                                "UserName", user,
                                "Tags.member.1.Key", "owner",
                                "Tags.member.1.Value", owner,
                                "Tags.member.2.Key", tag,
                                "Tags.member.2.Value", value))
                .ok();
        return moto.accessKey(user).id();
    }
}
