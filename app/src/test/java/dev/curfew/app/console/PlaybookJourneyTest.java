package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.playbook.PlaybookWatch;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.revocation.reaction.Reacted;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A playbook is brought and signed by two officers in the window, switches off a key of moto's that leaked, and what
/// it did is reviewed; then it is withdrawn.
@WithMoto
class PlaybookJourneyTest {
    private static final Duration LOOKS = Duration.ofMillis(50);

    private final Moto moto;
    private final SampleWorkspace workspace;
    private String key = "";
    private String beyond = "";
    private Path file = Path.of("");

    PlaybookJourneyTest(Moto moto) throws IOException, InterruptedException {
        this.moto = moto;
        workspace = SampleWorkspace.live();
    }

    @BeforeEach
    void twoOfficersAndAKey(@TempDir Path home) throws IOException, InterruptedException {
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        moto.iam("CreateUser", Map.of("UserName", "report")).ok();
        key = moto.accessKey("report").id();
        moto.iam("CreateUser", Map.of("UserName", "archive")).ok();
        beyond = moto.accessKey("archive").id();
        Desk desk = workspace.desk();
        SourceName source = new SourceName("prod");
        String credential = Shipped.line(own);
        desk.sources()
                .connect(new NewConnection(
                        source, "aws", moto.endpoint(), Secret.of(credential), Secret.of(credential), Map.of()));
        desk.sources().sync(source, Progress.SILENT);
        for (String name : List.of(Decisions.ADA, Decisions.BO)) {
            try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
                desk.officers().add(new OfficerLogin(name, passphrase), name);
            }
        }
        file = Files.writeString(home.resolve("leaked-keys.json"), """
                {
                  "schema": "curfew.playbook/1",
                  "name": "leaked-keys",
                  "purpose": "A key of the reports that leaked is switched off before somebody is awake.",
                  "trigger": "leaked",
                  "scope": { "ids": ["prod:%s", "prod:%s"] },
                  "acts": ["aws.deactivate-access-key"],
                  "ceiling": { "identities": 1, "credentials": 1, "within": "P1D" },
                  "signatures": 2,
                  "reviewWithin": "P1D",
                  "expiresAt": "%s"
                }
                """.formatted(
                        key, beyond, Instant.now().plus(Duration.ofDays(30))));
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private ShellBench bench(Theme theme, String focus) {
        return new ShellBench(workspace.desk(), theme, Clock.systemUTC(), Destination.of(Place.PLAYBOOKS, focus));
    }

    private void pictures(String name, Consumer<ShellBench> look) throws Exception {
        String focus = workspace.desk().playbooks().list().all().stream()
                .map(one -> one.hash())
                .findFirst()
                .orElse("");
        Pictures.inBothThemesAndSizes(name, theme -> bench(theme, focus), look);
    }

    private void hands(Consumer<Hands> body) throws Exception {
        String focus = workspace.desk().playbooks().list().all().stream()
                .map(one -> one.hash())
                .findFirst()
                .orElse("");
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme(), focus)) {
                body.accept(new Hands(bench));
            }
        });
    }

    private void bring(ShellBench bench) {
        bench.files.hand(file);
        new Hands(bench).press("Bring a playbook");
    }

    private boolean isActive() {
        return moto.accessKeys("report").containsValue("Active");
    }

    private void tellLeaked(String id) {
        workspace.desk().playbooks().tellLeaked(List.of(CredentialId.of("prod", id)));
    }

    /// As `curfew watch` has it run, and stopped at its ceiling by a second key; whoever watches after finds it done.
    private Reacted itRunsUnderAnOpenConsoleAndIsToldOnce() throws InterruptedException {
        BlockingQueue<Reacted> told = new LinkedBlockingQueue<>();
        Reacted ran;
        try (PlaybookWatch _ = new PlaybookWatch(workspace.desk().playbooks(), Clock.systemUTC(), told::add, LOOKS)) {
            ran = Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS), "nothing was told");
            tellLeaked(beyond);
            assertThat(told.poll(30, TimeUnit.SECONDS)).isInstanceOf(Reacted.Stopped.class);
            for (int i = 0; i < 3; i++) {
                tellLeaked("AKIAUNKNOWN");
                assertThat(told.poll(LOOKS.multipliedBy(20).toMillis(), TimeUnit.MILLISECONDS))
                        .as("told at later looks, which there are where anything happened")
                        .isNull();
            }
        }
        assertThat(ran).isInstanceOf(Reacted.Ran.class);
        assertThat(isActive()).isFalse();
        List<Reacted> after = new ArrayList<>();
        workspace.desk().playbooks().react(after::add);
        assertThat(after).noneMatch(Reacted.Ran.class::isInstance);
        return ran;
    }

    private void itIsSaidAboveEverythingUntilItIsPutAway(Reacted ran) throws Exception {
        pictures("playbooks-reacted", bench -> bench.tell(ran));
        hands(hands -> {
            hands.bench().go(Destination.of(Place.OVERVIEW));
            hands.bench().tell(ran);
            assertThat(hands.texts())
                    .anyMatch(text -> text.startsWith(
                            "Playbook leaked-keys ran by itself, and its one step is done. What set it off: " + key));
            hands.press("Review it");
            assertThat(hands.texts()).contains("1 run, 1 to review");
            hands.press("Put away");
            assertThat(hands.texts()).noneMatch(text -> text.contains("ran by itself"));
        });
    }

    @Test
    void twoSignItItRunsAndIsReviewed() throws Exception {
        pictures("playbooks-empty", _ -> {});
        pictures("playbooks-sign", this::bring);
        hands(hands -> {
            bring(hands.bench());
            assertThat(hands.texts())
                    .contains("aws.deactivate-access-key", "Nothing would set it off now.")
                    .anyMatch(text -> text.contains("once 2 officers have signed it"));
            hands.sign(0, Decisions.PASSPHRASE);
            hands.press("Sign the playbook");
            assertThat(hands.texts())
                    .contains("waiting for signatures", "1 of 2, on 1 device", "Signed. 1 signature is missing.");
        });
        pictures("playbooks-waiting", _ -> {});
        hands(hands -> {
            hands.press("Sign");
            hands.sign(1, Decisions.PASSPHRASE);
            hands.press("Sign the playbook");
            assertThat(hands.texts()).contains("in force", "Signed, and in force from now on.", "It has not run.");
        });

        tellLeaked(key);
        hands(hands -> assertThat(hands.texts()).anyMatch(text -> text.startsWith("Would be set off now:")));
        assertThat(isActive()).isTrue();
        itIsSaidAboveEverythingUntilItIsPutAway(itRunsUnderAnOpenConsoleAndIsToldOnce());

        pictures("playbooks-ran", _ -> {});
        FxThread.run(() -> {
            try (ShellBench bench =
                    new ShellBench(workspace.desk(), new Theme(), Clock.systemUTC(), Destination.of(Place.OVERVIEW))) {
                assertThat(new Hands(bench).texts()).contains("Playbook leaked-keys ran and is to be reviewed");
            }
        });
        pictures("playbooks-review", bench -> new Hands(bench).press("Review a run"));
        hands(hands -> {
            assertThat(hands.texts()).contains("1 run, 1 to review", "1 of 1 steps done");
            hands.press("Review a run");
            assertThat(hands.said("Sign the review")).contains("Say why.");
            hands.press("It was wrong");
            hands.type("#run-remark", "the key was a decoy");
            hands.sign(0, Decisions.PASSPHRASE);
            hands.press("Sign the review");
            assertThat(hands.texts()).contains("wrong, says ada", "the key was a decoy", "1 run");
            assertThat(hands.said("Review a run")).contains("No run of this playbook waits for review.");

            hands.press("Withdraw");
            assertThat(hands.said("Withdraw the playbook")).contains("Give a reason.");
            hands.type("#withdraw-reason", "decoys leak on purpose");
            hands.sign(0, Decisions.PASSPHRASE);
            hands.press("Withdraw the playbook");
            assertThat(hands.texts()).contains("withdrawn");
        });
        pictures("playbooks-withdrawn", _ -> {});
    }
}
