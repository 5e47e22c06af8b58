package dev.curfew.app.usecase.breakglass.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.console.GlassHouse;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts.Recipient;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is checked out is closed, whatever becomes of whoever has it, on a real OpenBao.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckOutsTest {
    private static final String PATH = "bao-emergency";
    private static final Duration LONG = Duration.ofMinutes(30);

    private final OpenBao openBao = OpenBao.start();
    private final SampleWorkspace workspace;
    private final Desk desk;
    private final CheckOuts outs;
    private final GlassHouse house;
    private final BlockingQueue<CheckedIn> over = new LinkedBlockingQueue<>();
    private final Path folder;

    CheckOutsTest(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        workspace = SampleWorkspace.live();
        desk = workspace.desk();
        outs = desk.checkOuts();
        house = new GlassHouse(desk, openBao, Map.of());
    }

    @BeforeAll
    void aPath() throws InterruptedException {
        openBao.write(GlassHouse.CANARY, Map.of("data", Map.of("code", "1234")));
        house.register(PATH);
    }

    @AfterEach
    void nothingIsOut() {
        assertThat(outs.all()).isEmpty();
        assertThat(desk.breakGlasses().find(PATH).open()).isEmpty();
        assertThat(desk.breakGlasses().find(PATH).seal()).isEqualTo(SealState.INTACT);
    }

    @AfterAll
    void close() throws IOException {
        workspace.close();
        house.close();
        openBao.close();
    }

    private CheckedOut out(Duration atMost) throws InterruptedException {
        return open("handed", order(atMost));
    }

    private static UseOrder order(Duration atMost) {
        return new UseOrder(PATH, "login is down", atMost, Optional.empty());
    }

    private CheckedOut open(String file, UseOrder order) throws InterruptedException {
        return open(outs, file, order);
    }

    private CheckedOut open(CheckOuts where, String file, UseOrder order) throws InterruptedException {
        List<OfficerLogin> holders = List.of(GlassHouse.login("ada"), GlassHouse.login("bo"));
        return where.open(
                GlassHouse.login("ada"),
                holders,
                order,
                new Recipient("cy", folder.resolve(file)),
                over::add,
                Progress.SILENT);
    }

    private String token(CheckedOut out) throws InterruptedException {
        String token = GlassHouse.token(out.file(), folder.resolve("elsewhere"));
        assertThat(status(token)).isEqualTo(200);
        return token;
    }

    private int status(String token) {
        return openBao.call("GET", GlassHouse.CANARY, Map.of(), token).status();
    }

    /// Wherever it is cut off: the session is over, the path is still out, and goes on from there.
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"END", "ROTATION", "CLOSURE"})
    void aCheckInThatIsCancelledGoesOn(Stage stage) throws InterruptedException {
        CheckedOut out = out(LONG);
        String token = token(out);
        String id = out.use().id();

        assertThatThrownBy(() -> outs.checkIn(id, (words, _, _) -> {
                    if (words.equals(stage.words())) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(outs.isHere(id)).isTrue();
        assertThat(status(token)).isEqualTo(403);

        CheckedIn in = outs.checkIn(id, Progress.SILENT);
        assertThat(in.broke()).isEmpty();
        assertThat(in.stages()).extracting(StageResult::stage).doesNotContain(Stage.ACTION);
        assertThat(out.file()).doesNotExist();
        assertThat(use(id).closed()).isPresent();
        assertThat(desk.breakGlasses()
                        .drill(
                                GlassHouse.login("ada"),
                                List.of(GlassHouse.login("bo"), GlassHouse.login("cy")),
                                PATH,
                                Progress.SILENT)
                        .passed())
                .as("the path opens, and is what the ledger knows")
                .isTrue();
        assertThatThrownBy(() -> outs.checkIn(id, Progress.SILENT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not checked out here any more");
    }

    private PathUse use(String id) {
        return desk.emergencyUses().list(PATH).stream()
                .filter(use -> use.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatNobodyChecksInIsClosedWhenItsTimeIsOver() throws InterruptedException {
        CheckedOut out = out(Duration.ofSeconds(15));
        String token = token(out);

        CheckedIn in = over.poll(90, TimeUnit.SECONDS);
        assertThat(in).isNotNull();
        assertThat(in.use().id()).isEqualTo(out.use().id());
        assertThat(in.broke()).isEmpty();
        assertThat(status(token)).isEqualTo(403);
        assertThat(use(out.use().id()).closed()).isPresent();
    }

    @Test
    void whatCannotBeCheckedInWhenItsTimeIsOverIsToldAndStaysOut() throws InterruptedException {
        AtomicBoolean broken = new AtomicBoolean();
        CheckOuts failing = new CheckOuts(
                () -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return desk.emergencyUses();
                },
                Clock.systemUTC());
        UseOrder order = new UseOrder(PATH, "login is down", Duration.ofSeconds(15), Optional.empty());
        CheckedOut out = open(failing, "failing", order);
        String id = out.use().id();
        broken.set(true);

        CheckedIn in = over.poll(90, TimeUnit.SECONDS);
        assertThat(in).isNotNull();
        assertThat(in.use().id()).isEqualTo(id);
        assertThat(in.broke().orElseThrow().sentence())
                .contains("still checked out here")
                .doesNotContain("the disk is full");
        assertThat(failing.isHere(id)).isTrue();
        assertThat(out.file()).exists();

        broken.set(false);
        assertThat(failing.checkIn(id, Progress.SILENT).broke()).isEmpty();
        assertThat(failing.all()).isEmpty();
        assertThat(out.file()).doesNotExist();
    }

    @Test
    void whatIsOutWhenTheWorkspaceClosesIsClosedFirst() throws InterruptedException {
        CheckOuts closing = new CheckOuts(desk::emergencyUses, Clock.systemUTC());
        CheckedOut out = open(closing, "closing", order(LONG));
        String token = token(out);

        closing.close();
        assertThat(status(token)).isEqualTo(403);
        assertThat(use(out.use().id()).closed()).isPresent();
        assertThat(out.file()).doesNotExist();
    }

    @Test
    void whatIsStillBeingOpenedWhenTheWorkspaceClosesIsClosedTooAndNothingAfterThat() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CheckOuts slow = new CheckOuts(
                () -> {
                    begun.countDown();
                    awaited(goesOn);
                    return desk.emergencyUses();
                },
                Clock.systemUTC());
        FutureTask<CheckedOut> opening = new FutureTask<>(() -> open(slow, "slow", order(LONG)));
        Thread.ofVirtual().start(opening);
        begun.await();
        Thread closing = Thread.ofVirtual().start(slow::close);
        assertThat(closing.join(Duration.ofMillis(200)))
                .as("it waits for what is being opened")
                .isFalse();

        goesOn.countDown();
        CheckedOut out = opening.get();
        closing.join();
        assertThat(slow.all()).isEmpty();
        assertThat(use(out.use().id()).closed()).isPresent();
        assertThat(out.file()).doesNotExist();
        assertThatThrownBy(() -> open(slow, "late", order(LONG)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is being closed");
        assertThat(folder.resolve("late")).doesNotExist();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatCannotBeHandedOverOpensNothing() throws IOException {
        Files.writeString(folder.resolve("taken"), "another's");
        int before = desk.emergencyUses().list(PATH).size();

        assertThatThrownBy(() -> open("taken", new UseOrder(PATH, "login is down", LONG, Optional.empty())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("There is a file");
        assertThat(folder.resolve("taken")).hasContent("another's");
        assertThat(desk.emergencyUses().list(PATH)).hasSize(before);
    }

    @Test
    void whoeverOpensItCannotApproveIt() {
        UseOrder order = new UseOrder(PATH, "login is down", LONG, Optional.of(GlassHouse.login("ada")));
        assertThatThrownBy(() -> open("self", order))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ada opens it and cannot approve it");
        assertThat(folder.resolve("self")).doesNotExist();
    }
}
