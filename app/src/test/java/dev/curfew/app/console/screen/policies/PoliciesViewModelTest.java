package dev.curfew.app.console.screen.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.policy.PolicyCheck;
import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On a real workspace, in which three requests were decided.
class PoliciesViewModelTest {

    private static final String NOBODY = "@id(\"nobody\")\nforbid (principal, action, resource);\n";

    /// One for all: each test reads what is in force when it begins.
    private static SampleWorkspace workspace;

    private PoliciesViewModel model;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
    }

    @BeforeEach
    void load() {
        List<Runnable> reading = new ArrayList<>();
        Work work = Work.direct(failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage())));
        model = new PoliciesViewModel(work, workspace.desk(), () -> reading.forEach(Runnable::run), Duration.ZERO);
        reading.add(model::load);
        model.load();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private static OfficerLogin bo() {
        return new OfficerLogin(Decisions.BO, Secret.of(Decisions.PASSPHRASE));
    }

    private PolicyCheck check() {
        return model.check().get().orElseThrow();
    }

    private void append(String text) {
        model.draft().policies().set(model.draft().policies().get() + text);
    }

    private PolicyVersion before() {
        return workspace.desk().policies().inForce();
    }

    private int inForce() {
        return model.content().get().ready().orElseThrow().inForce().number();
    }

    @Test
    void whatIsInForceIsTheDraftAtFirst() {
        assertThat(model.draft().pack()).isEqualTo(before().pack());
        assertThat(model.draft().isChanged()).isFalse();
        assertThat(check().rules()).extracting(PolicyRule::id).startsWith("ceiling-everywhere", "ceiling-production");
        assertThat(model.maySave().reason()).startsWith("Nothing differs");
    }

    @Test
    void whatIsTypedIsCheckedWithLineAndColumn() {
        model.draft().policies().set("@id(\"a\")\npermit (principal, action, resource)\nwhen { context.ticket = 1 };");

        PolicyProblem problem = check().inPolicies().getFirst();
        assertThat(List.of(problem.line(), problem.column())).containsExactly(3, 8);
        assertThat(problem.message()).contains("'='");
        assertThat(model.maySave().reason()).startsWith("The policies or their cases cannot be read");
    }

    @Test
    void casesAreCheckedTooWithLineAndColumn() {
        model.draft().cases().set("{\n  \"base\": {},\n  \"cases\": [,]\n}");

        assertThat(check().inCases())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
        assertThat(check().inCases().getFirst().column()).isGreaterThan(10);
    }

    @Test
    void everyChangeMakesWhatWasTriedStale() {
        model.runCases();
        model.replayAll();
        assertThat(model.cases().get()).isPresent();
        assertThat(model.replay().get()).isPresent();

        append("// another line\n");

        assertThat(model.cases().get()).isEmpty();
        assertThat(model.replay().get()).isEmpty();
    }

    @Test
    void theReplaySaysWhichPastDecisionsChange() {
        append(NOBODY);
        model.replayAll();

        var replay = model.replay().get().orElseThrow().ready().orElseThrow();
        assertThat(replay.decided()).isEqualTo(4);
        assertThat(replay.changes())
                .hasSize(4)
                .allSatisfy(change -> assertThat(change.after().decision().by()).containsExactly("nobody"));
    }

    @Test
    void whatFailsItsCasesIsNotSaved() {
        int number = inForce();
        append(NOBODY);
        List<Object> passed = new ArrayList<>();

        model.attempt(passed::add);

        assertThat(passed).isEmpty();
        assertThat(model.told().get()).contains("cases fail", "nothing was saved");
        assertThat(inForce()).isEqualTo(number);
    }

    @Test
    void aSavedVersionIsInForceAndAnEarlierOneCanComeBack() {
        int number = inForce();
        append("// of today\n");
        model.save(bo());
        assertThat(model.told().get()).isEmpty();
        assertThat(inForce()).isEqualTo(number + 1);
        assertThat(model.draft().isChanged()).isFalse();

        SavedVersion first =
                model.content().get().ready().orElseThrow().history().getLast();
        model.take(first.version());
        assertThat(model.draft().isChanged()).isTrue();
        model.save(bo());

        assertThat(inForce()).isEqualTo(number + 2);
        assertThat(before().pack()).isEqualTo(PolicyPack.packaged());
    }

    @Test
    void theHistorySaysWhatChanged() {
        append("""
                @id("none-on-mondays")
                forbid (principal, action, resource)
                when { context.time.weekday == "monday" };
                """);
        model.save(bo());

        SavedVersion newest =
                model.content().get().ready().orElseThrow().history().getFirst();
        assertThat(PolicyWords.difference(newest)).isEqualTo("new: none-on-mondays");
        assertThat(newest.inForce()).isTrue();
    }

    @Test
    void aDraftSurvivesThatAnotherVersionIsSaved() {
        append("// mine\n");
        PolicyPack pack = before().pack();
        int number = workspace
                .desk()
                .policies()
                .save(bo(), new PolicyPack(pack.policies() + "// theirs\n", pack.cases()))
                .number();

        model.load();

        assertThat(model.draft().policies().get()).endsWith("// mine\n");
        assertThat(model.told().get()).startsWith("Version " + number + " was saved by bo");
    }

    @Test
    void aWrongPassphraseSavesNothing() {
        int number = inForce();
        append("// of today\n");

        model.save(new OfficerLogin(Decisions.BO, Secret.of("not this one")));

        assertThat(model.told().get()).isNotEmpty();
        assertThat(inForce()).isEqualTo(number);
        assertThat(model.draft().isChanged()).isTrue();
    }

    @Test
    void discardingGoesBackToWhatIsInForce() {
        append("// of today\n");
        model.discard();

        assertThat(model.draft().isChanged()).isFalse();
        assertThat(model.mayDiscard().isAvailable()).isFalse();
    }
}
