package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Running;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an identity's panel leads to: what it did, and the end of all that its owner answers for.
@WithMoto
@WithOpenBao
class PanelJourneyTest {

    private static ShellBench bench(Desk desk, String focus) {
        Theme theme = new Theme();
        theme.appearance().set(Appearance.DARK);
        theme.textSize().set(TextSize.PERCENT_150);
        return new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.INVENTORY, focus));
    }

    private static void connect(Desk desk, String name, String kind, URI address, String key, Map<String, String> more)
            throws InterruptedException {
        SourceName source = new SourceName(name);
        desk.sources().connect(new NewConnection(source, kind, address, Secret.of(key), Secret.of(key), more));
        desk.sources().sync(source, Progress.SILENT);
    }

    @Test
    void whatATokenDidIsShownWithHowFarItsRecordReaches(@TempDir Path home) throws Exception {
        Path audit = Files.createDirectory(home.resolve("server")).resolve("audit.log");
        Path csv = home.resolve("timeline.csv");
        try (OpenBao openBao = OpenBao.startAudited(audit);
                SampleWorkspace workspace = SampleWorkspace.live()) {
            openBao.policy("worker", "path \"secret/data/door\" { capabilities = [\"read\"] }");
            openBao.write("secret/data/door", Map.of("data", Map.of("code", "1234")));
            OpenBao.Token token = openBao.orphan("worker");
            String value = token.value();
            openBao.call("GET", "secret/data/door", Map.of(), value).ok();
            openBao.call("GET", "secret/data/window", Map.of(), value);
            connect(
                    workspace.desk(),
                    "bao",
                    "openbao",
                    openBao.address(),
                    openBao.rootToken().reveal(),
                    Map.of("audit-file", audit.toString()));
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), "bao:" + token.accessor())) {
                    Hands hands = new Hands(bench);
                    hands.press("Show");
                    assertThat(hands.texts())
                            .contains("read secret secret/data/door", "tried: read secret secret/data/window")
                            .anyMatch(text -> text.startsWith("Told by the "))
                            .anyMatch(text -> text.startsWith("Used from one place"))
                            .anyMatch(text -> text.startsWith("127.0.0.1") && text.contains("with "))
                            .anyMatch(text -> text.startsWith("1 times and 1 times refused, the last "))
                            .contains("It read one secret, which must be replaced if it was in the wrong hands.")
                            .noneMatch(text -> text.contains(value));
                    bench.files.hand(csv);
                    hands.press("Export as CSV");
                    Pictures.keep(bench.picture(), "panel-timeline");
                }
            });
            assertThat(Files.readString(csv)).contains("READ_SECRET,secret/data/door");
        }
    }

    @Test
    void whatKeepsNoRecordSaysSo() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), Story.CI_ROLE)) {
                    Hands hands = new Hands(bench);
                    hands.press("Show");
                    assertThat(hands.texts()).anyMatch(text -> text.startsWith("Curfew reads no record"));
                }
            });
        }
    }

    /// A source may be connected to act, or not any more, while something of it is looked at.
    @Test
    void whatCanBeDoneFollowsTheConnectionThatIsThereWhenItIsAsked() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), "sample-aws:AKIASAMPLEBREAKGLAS1")) {
                    List<String> acts = List.of("Cut off now", "Rotate", "Put an end on it");
                    Hands hands = new Hands(bench);
                    for (boolean acting : List.of(true, false, true)) {
                        Connection sample = new Connection(
                                new SourceName("sample-aws"),
                                "aws",
                                URI.create("https://aws.example"),
                                acting,
                                SampleWorkspace.NOW,
                                Map.of());
                        bench.session.acting().know(List.of(sample));
                        assertThat(acts)
                                .allSatisfy(words -> assertThat(hands.said(words))
                                        .isEqualTo(acting ? words : words + ": not now. " + Acting.reason(sample)));
                    }
                }
            });
        }
    }

    @Test
    void whatOneDidIsNotAskedOnWhenAnotherIsLookedAt() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            String other = workspace
                    .desk()
                    .estate()
                    .current()
                    .snapshot()
                    .policies()
                    .getFirst()
                    .id()
                    .text();
            FxThread.run(() -> {
                Asked asked = new Asked();
                try (ShellBench bench = new ShellBench(
                        workspace.desk(),
                        () -> SampleWorkspace.NOW,
                        Destination.of(Place.INVENTORY, Story.CI_ROLE),
                        asked)) {
                    Running first = asked.show(bench);
                    bench.go(Destination.of(Place.INVENTORY, other));
                    assertThat(first.isCancelled()).isTrue();
                }
            });
        }
    }

    @Test
    void whatALeavingOwnerAnswersForIsShownThenPlanned(Moto moto) throws Exception {
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        String report = keyOf(moto, "report");
        String billing = keyOf(moto, "billing");
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            Desk desk = workspace.desk();
            connect(desk, "prod", "aws", moto.endpoint(), Shipped.line(own), Map.of());
            try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
                desk.officers().add(new OfficerLogin(Decisions.ADA, passphrase), "Ada");
            }
            ShellBench bench = FxThread.call(() -> bench(desk, "prod:arn:aws:iam::" + Moto.ACCOUNT + ":user/report"));
            Hands hands = new Hands(bench);
            FxThread.run(() -> hands.press("Offboard grace"));
            FxThread.run(() -> {
                Pictures.keep(bench.picture(), "offboard-owned");
                hands.press("prod:arn:aws:iam::" + Moto.ACCOUNT + ":user/billing");
                hands.press("Show what it would do");
                assertThat(hands.texts())
                        .anyMatch(text -> text.contains(report))
                        .noneMatch(text -> text.contains(billing));
            });
            FxThread.run(() -> {
                Pictures.keep(bench.picture(), "offboard-preview");
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Make the plan");
                assertThat(hands.texts()).contains("planned", "grace leaves.");
            });
            FxThread.run(bench::close);
            assertThat(desk.revocations().list())
                    .singleElement()
                    .satisfies(made -> assertThat(made.plan().steps().toString())
                            .contains(report)
                            .doesNotContain(billing));
            assertThat(moto.accessKeys("report")).as("only planned").containsEntry(report, "Active");
        }
    }

    private static String keyOf(Moto moto, String user) {
        moto.iam("CreateUser", Map.of("UserName", user, "Tags.member.1.Key", "owner", "Tags.member.1.Value", "grace"))
                .ok();
        return moto.accessKey(user).id();
    }
}
