package dev.curfew.app.console.screen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.screen.exceptions.ExceptionsScreen;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Cases of a made-up kind: their id is all there is of them. Background work waits until it is let go.
class CasesTest {

    @SuppressWarnings("NullAway") // there before any test, and so before what reads it below
    private static SampleWorkspace workspace;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> listed = new ArrayList<>(List.of("a", "b", "closed"));
    private boolean breaking;
    private final List<String> changes = new ArrayList<>();
    private final Cases<String, String> cases = new Cases<>(
            new Work(
                    waiting::add,
                    Runnable::run,
                    failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()))),
            workspace.desk(),
            new CaseBook<>(
                    "cases",
                    Messages.of(ExceptionsScreen.class),
                    this::list,
                    it -> it,
                    it -> !it.equals("closed"),
                    it -> "what " + it + " would add"),
            () -> changes.add("changed"));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private List<String> list() {
        if (breaking) {
            throw new IllegalStateException("the disk fails");
        }
        return List.copyOf(listed);
    }

    private void finishAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void load() {
        cases.load();
        finishAll();
    }

    @Test
    void whatIsAskedForBeforeTheCasesAreReadIsSelectedOnceTheyAre() {
        cases.select("b");
        assertThat(cases.selected().get()).isEmpty();

        load();

        assertThat(cases.selected().get()).contains("b");
        assertThat(cases.reviewed()).contains("what b would add");
    }

    @Test
    void thatAnOfficerIsMissingIsSaidOnlyOnceItIsKnown() {
        assertThat(cases.maySign().reason()).startsWith("Reading the exceptions: ");

        breaking = true;
        load();
        assertThat(cases.maySign().reason()).isEqualTo("What this takes could not be read: the disk fails");

        breaking = false;
        load();
        assertThat(cases.maySign().reason()).isEmpty();
    }

    @Test
    void aReviewThatComesLateIsNotShownForAnotherCase() {
        load();
        cases.select("a");
        Runnable late = waiting.remove();

        cases.select("b");
        late.run();
        assertThat(cases.review().get()).contains(new Content.Loading<>());

        finishAll();
        assertThat(cases.reviewed()).contains("what b would add");
    }

    @Test
    void aReviewThatComesLateIsNotShownForACaseThatNeedsNone() {
        load();
        cases.select("a");

        cases.select("closed");
        finishAll();

        assertThat(cases.review().get()).isEmpty();
    }

    @Test
    void readingAnewKeepsWhatWasWorkedOutUntilItIsWorkedOutAnew() {
        load();
        cases.select("a");
        finishAll();

        cases.load();
        waiting.remove().run();

        assertThat(cases.reviewed()).contains("what a would add");
    }

    @Test
    void aCaseThatIsGoneIsNoLongerLookedAt() {
        load();
        cases.select("a");
        finishAll();

        listed.remove("a");
        load();

        assertThat(cases.selected().get()).isEqualTo(Optional.empty());
        assertThat(cases.review().get()).isEmpty();
    }

    /// On a slow machine each look would otherwise end the one before, and nothing would be seen of what goes on.
    @Test
    void whatIsReadAlreadyIsNotReadAnewBeforeItIsThere() {
        load();
        listed.add("c");

        cases.glance();
        cases.glance();

        assertThat(waiting).hasSize(1);
        finishAll();
        assertThat(cases.content().get().ready().orElseThrow().cases()).contains("c");
        cases.glance();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void whatIsBeingDoneIsSaidAndIsCancelled() {
        load();
        cases.act("cutting it off", login(), List.of(), _ -> "done", _ -> {});
        assertThat(cases.doing().get()).isEqualTo("cutting it off");

        cases.cancelAct();
        finishAll();

        assertThat(cases.doing().get()).isEmpty();
        assertThat(cases.told().get()).isNotBlank();
    }

    @Test
    void oneThingIsDoneAtATimeAndTheOthersSayWhyTheyWait() {
        load();
        cases.select("a");
        finishAll();
        assertThat(cases.mayDecide(_ -> true, "never").reason()).isEmpty();

        cases.act("acting", login(), List.of(), _ -> "done", _ -> {});

        assertThat(cases.acting().get()).isTrue();
        assertThat(cases.mayAct(_ -> true, "never").reason()).startsWith("Something is being done");
        finishAll();
        assertThat(cases.acting().get()).isFalse();
        assertThat(changes).containsExactly("changed");
    }

    /// A file that could not be read, for one.
    @Test
    void whatIsToldWhileSomethingIsDoneIsNotHiddenByIt() throws Exception {
        FxThread.run(() -> {
            CasesView<String> view = new CasesView<>(
                    cases,
                    new DataTable<>("cases", List.of()),
                    new CasesView.Look<>(
                            Messages.of(ExceptionsScreen.class),
                            it -> it,
                            Label::new,
                            all -> all.size() + " cases",
                            () -> Placeholder.busy("none")));
            cases.act("cutting it off", _ -> "done", _ -> {});
            assertThat(said(view)).isEqualTo("cutting it off");
            cases.tell("the source said no");
            assertThat(said(view)).isEqualTo("the source said no");
            cases.act("cutting another off", _ -> "done", _ -> {});
            assertThat(said(view)).isEqualTo("cutting another off");
        });
    }

    private static String said(CasesView<String> view) {
        Banner banner = (Banner) view.frame().root().lookup(".banner");
        return ((Label) banner.getChildren().getFirst()).getText();
    }

    @Test
    void whatDidNotGoIsToldInPlaceOfWhatWentMeanwhile() {
        load();

        cases.act(
                "acting",
                _ -> {
                    throw new Refused("the source said no");
                },
                _ -> {});
        cases.tellGood("b ended by itself");
        finishAll();

        assertThat(cases.told().get()).isEqualTo("the source said no");
        assertThat(cases.went().get()).isEmpty();
    }

    @Test
    void whatWasLentIsWipedHoweverItEnds() {
        OfficerLogin done = login();
        OfficerLogin refused = login();
        Secret value = Secret.of("a token");

        cases.act("acting", done, List.of(value), _ -> "done", _ -> {});
        finishAll();
        cases.act(
                "acting",
                refused,
                List.of(),
                _ -> {
                    throw new Refused("not you");
                },
                _ -> {});
        finishAll();

        assertThat(List.of(done.passphrase(), refused.passphrase(), value))
                .allSatisfy(lent -> assertThatIllegalStateException().isThrownBy(lent::reveal));
        assertThat(cases.told().get()).isEqualTo("not you");
    }

    private static OfficerLogin login() {
        return new OfficerLogin(Decisions.ADA, Secret.of(Decisions.PASSPHRASE));
    }
}
