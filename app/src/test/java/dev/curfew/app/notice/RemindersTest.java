package dev.curfew.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.notice.Courier;
import dev.curfew.model.notice.Messenger;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.testbed.process.SshKeygen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who hears that an owner of the sample's has not said what is still needed.
class RemindersTest {
    private static final String OWNER = "security";
    private static final String ADDRESS = "sec@example.org";
    private static final Duration WITHIN = Duration.ofDays(14);

    @TempDir
    private Path home = Path.of("");

    private CommandBench bench;
    private Path file = Path.of("");
    private SshKeygen keygen;

    @BeforeEach
    void found() throws IOException {
        bench = CommandBench.withTheSample(home);
        for (String officer : List.of("ada", "bo", "cy")) {
            assertThat(bench.addOfficer(officer).exitCode()).isZero();
        }
        bench.file("hook.key", "a secret of some length");
        Path theirs = Files.createDirectory(home.resolve("theirs"));
        keygen = new SshKeygen(theirs);
        keygen.make("key", "ed25519", 256);
        file = theirs.resolve("asked.txt");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    private CommandBench later(Duration by) {
        return new CommandBench(home, Clock.offset(bench.clock(), by));
    }

    private void addHook(Receiver receiver) {
        done(bench.as(
                "ada",
                "notice",
                "add",
                "all",
                "--webhook",
                receiver.address(),
                "--secret-file",
                home.resolve("hook.key").toString()));
    }

    private void addMailToOwners(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "notice",
                "add",
                "owners",
                "--mail-to-owners",
                "--mail-from",
                "curfew@example.org",
                "--smtp",
                "mail.example.org:587"));
        line.addAll(List.of(more));
        done(bench.as("ada", line.toArray(String[]::new)));
    }

    private String ask() {
        String key = file.resolveSibling("key.pub").toString();
        done(bench.as("ada", "attest", "key", OWNER, "--public-key", key));
        return done(bench.as("ada", "attest", "ask", OWNER, "--to", file.toString(), "--within", "14d"))
                .item()
                .path("id")
                .asText();
    }

    private void listPeople() {
        Path staff = bench.file("staff.csv", "Email,User\n" + ADDRESS + "," + OWNER + "\n");
        done(bench.run(
                "import",
                "people",
                staff.toString(),
                "--name",
                "hr",
                "--email-column",
                "Email",
                "--user-column",
                "User"));
    }

    /// What is brought at some time: by which carrier, to which address, what.
    private List<String> brought(Duration after) throws InterruptedException {
        List<String> all = new CopyOnWriteArrayList<>();
        Messenger messenger = (carrier, notice, _) -> {
            all.add(String.join(
                    " ", carrier.name(), notice.address(), notice.event().text(), notice.title()));
            return new Told(true, "taken");
        };
        CommandBench late = later(after);
        try (Desk desk = late.open();
                Courier courier = new Courier(messenger, late.clock(), (_, _) -> {})) {
            for (int i = 0; i < 3; i++) {
                courier.round(desk.notices());
                courier.await(Duration.ofMinutes(1));
            }
            courier.note(desk.notices());
        }
        return new ArrayList<>(all);
    }

    @Test
    void whatNobodyAnsweredIsToldOnceAndThenToTheNextReviewer() {
        try (Receiver all = new Receiver()) {
            addHook(all);
            done(bench.as("ada", "notice", "escalate", "--after", "2h", "bo", "cy"));
            String id = ask();
            done(bench.run("watch", "--once"));
            assertThat(all.events()).isEmpty();

            done(later(WITHIN).run("watch", "--once"));
            done(later(WITHIN.plusMinutes(5)).run("watch", "--once"));
            assertThat(all.events()).containsExactly("attestation-overdue");
            assertThat(all.last().path("about").asText()).isEqualTo(id);
            assertThat(all.last().path("title").asText()).isEqualTo("security did not answer " + id);
            assertThat(all.last().path("text").asText()).contains("2026-12-06", "curfew attest ask");
            assertThat(all.last().path("officers").toString()).isEqualTo("[\"bo\"]");

            done(later(WITHIN.plusHours(2)).run("watch", "--once"));
            done(later(WITHIN.plusDays(9)).run("watch", "--once"));
            assertThat(all.events()).containsExactly("attestation-overdue", "attestation-overdue");
            assertThat(all.last().path("officers").toString()).isEqualTo("[\"cy\"]");
        }
    }

    @Test
    void whatWasAnsweredIsToldToNobody() throws IOException {
        try (Receiver all = new Receiver()) {
            addHook(all);
            ask();
            Files.writeString(file, Files.readString(file).replace("Answer:\nReason:", "Answer: keep\nReason:"));
            keygen.sign("key", "attestation@curfew.dev", file);
            done(bench.run("attest", "import", file.toString()));
            done(later(WITHIN).run("watch", "--once"));
            assertThat(all.events()).isEmpty();
        }
    }

    @Test
    void anOwnerWhoseAddressIsListedHearsOfItFirstAndOfficersADayAfter() throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            addHook(nobody);
        }
        addMailToOwners();
        listPeople();
        String id = ask();
        assertThat(brought(Duration.ofDays(13))).isEmpty();
        assertThat(brought(WITHIN))
                .containsExactly("owners " + ADDRESS + " attestation-overdue Nothing was said to " + id);
        assertThat(brought(WITHIN.plusHours(23))).isEmpty();
        assertThat(brought(WITHIN.plusHours(24)))
                .containsExactly("all  attestation-overdue security did not answer " + id);
        assertThat(brought(WITHIN.plusDays(30))).isEmpty();
    }

    @Test
    void aTagAloneHasNobodyWrittenTo() throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            addHook(nobody);
        }
        addMailToOwners();
        String id = ask();
        assertThat(brought(WITHIN)).containsExactly("all  attestation-overdue security did not answer " + id);
    }

    @Test
    void aCarrierThatDoesNotTakeWhatIsOwedReachesNoOwner() throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            addHook(nobody);
        }
        addMailToOwners("--on", "drill-overdue");
        listPeople();
        String id = ask();
        assertThat(brought(WITHIN)).containsExactly("all  attestation-overdue security did not answer " + id);
    }

    @Test
    void whereAPeriodIsOverAnOwnerHearsOnceInItAndOfficersHearASum() throws InterruptedException {
        try (Receiver nobody = new Receiver()) {
            addHook(nobody);
        }
        addMailToOwners();
        listPeople();
        done(bench.as("ada", "attest", "every", "180d"));
        assertThat(brought(Duration.ZERO))
                .satisfiesExactlyInAnyOrder(
                        mail -> assertThat(mail)
                                .isEqualTo("owners " + ADDRESS
                                        + " attestation-overdue Say whether what is yours is still needed"),
                        sum -> assertThat(sum)
                                .matches("all  attestation-overdue \\d+ owners have not said what is still needed"));
        assertThat(brought(Duration.ofHours(1))).isEmpty();
        assertThat(brought(Duration.ofDays(1)))
                .containsExactly(
                        "all  attestation-overdue One owner who is written to has not said what is still needed");
        assertThat(brought(Duration.ofDays(2))).isEmpty();
        assertThat(brought(Duration.ofDays(181))).anyMatch(told -> told.startsWith("owners " + ADDRESS));
    }

    @Test
    void mailToOwnersIsForNobodyElse() {
        String[] both = {
            "notice",
            "add",
            "m",
            "--mail-to-owners",
            "--mail-to",
            "a@b.example",
            "--mail-from",
            "c@d.example",
            "--smtp",
            "h:25"
        };
        assertThat(bench.as("ada", both).exitCode()).isEqualTo(ExitCode.USAGE);
        addMailToOwners();
        assertThat(done(bench.run("notice", "list")).out()).contains("mail to owners by mail.example.org");
    }
}
