package dev.curfew.app.console.screen.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.GlassHouse;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts.Recipient;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is out is checked in whatever else goes on, on a real OpenBao. Background work waits until it is let go.
@WithOpenBao
class CheckInTest {
    private static final String PATH = "bao-in";
    private static final String OTHER = "bao-drilled";

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Work work = new Work(
            waiting::add,
            Runnable::run,
            failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage())));

    @Test
    void aPathIsCheckedInWhileAnotherIsDrilledAndNeitherStopsTheOther(OpenBao openBao, @TempDir Path folder)
            throws IOException, InterruptedException {
        try (SampleWorkspace workspace = SampleWorkspace.live();
                GlassHouse house = new GlassHouse(workspace.desk(), openBao, Map.of())) {
            Desk desk = workspace.desk();
            house.register(PATH);
            house.register(OTHER);
            PathUse use = out(desk, folder.resolve("handed"));
            BreakGlassViewModel model = new BreakGlassViewModel(work, desk, Instant::now, () -> {});
            model.load();
            finishAll();
            model.cases().select(OTHER);
            model.drill(GlassHouse.login("ada"), holders());
            assertThat(model.mayCheckIn().reason()).isEqualTo("It is not checked out here.");

            model.cases().select(PATH);
            assertThat(model.cases().acting().get()).isTrue();
            assertThat(model.mayOpen().reason()).startsWith("Something is being done");
            assertThat(model.mayCheckIn().reason()).isEmpty();
            model.checkIn(use);
            assertThat(model.mayCheckIn().reason()).startsWith("Something is being done");
            finishAll();

            assertThat(model.checkInsTold().all().get()).singleElement().satisfies(told -> {
                assertThat(told.good()).isTrue();
                assertThat(told.words()).startsWith(PATH + " is checked in.");
            });
            assertThat(model.cases().went().get()).as("of the drill").contains(OTHER);
            assertThat(desk.checkOuts().all()).isEmpty();
            assertThat(desk.breakGlasses().find(PATH).open()).isEmpty();
            assertThat(desk.breakGlasses().find(OTHER).last())
                    .hasValueSatisfying(drill -> assertThat(drill.passed()).isTrue());
            whatDidNotGoStaysUntilThePathIsTakenUpAgain(model, use);
        }
    }

    private void whatDidNotGoStaysUntilThePathIsTakenUpAgain(BreakGlassViewModel model, PathUse use) {
        model.cases().select(OTHER);
        model.drill(GlassHouse.login("ada"), holders());
        model.checkIn(use);
        finishAll();
        assertThat(model.cases().went().get()).contains(OTHER);
        assertThat(model.checkInsTold().all().get()).singleElement().satisfies(told -> {
            assertThat(told.good()).isFalse();
            assertThat(told.words()).startsWith(PATH + " is not checked in: ");
        });
        model.cases().select(PATH);
        model.drill(GlassHouse.login("ada"), holders());
        assertThat(model.checkInsTold().all().get()).isEmpty();
        model.cases().cancelAct();
        finishAll();
    }

    private void finishAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static PathUse out(Desk desk, Path file) throws InterruptedException {
        UseOrder order = new UseOrder(PATH, "login is down", Duration.ofMinutes(30), Optional.empty());
        return desk.checkOuts()
                .open(
                        GlassHouse.login("ada"),
                        holders(),
                        order,
                        new Recipient("cy", file),
                        in -> assertThat(in).as("its time is not over").isNull(),
                        Progress.SILENT)
                .use();
    }

    private static List<OfficerLogin> holders() {
        return List.of(GlassHouse.login("ada"), GlassHouse.login("bo"));
    }
}
