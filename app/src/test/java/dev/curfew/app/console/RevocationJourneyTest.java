package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.wiring.Places;
import dev.curfew.app.wiring.Surroundings;
import dev.curfew.app.wiring.WiredWorkspaces;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is not everyday on the Revocation screen, in the window: a plan that two sign, on two machines; taking it back,
/// which two sign as well; entering what was done while the ledger could not be written.
@WithMoto
class RevocationJourneyTest {
    private static final String TWO = """
            @id("two") @requires("2 of officer")
            permit (principal, action == Action::"revoke", resource);
            """;

    private final Moto moto;
    private final Path home;
    private final CommandBench bench;
    private final Moto.AccessKey leaked;

    RevocationJourneyTest(Moto moto, @TempDir Path home) {
        this.moto = moto;
        this.home = home;
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        leaked = moto.administrator("ci-runner");
    }

    @BeforeEach
    void aKeyAndTwoOfficers() {
        Moto.AccessKey own = moto.administrator("curfew");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        bench.run("sync");
        bench.addOfficer("ada");
        bench.addOfficer("bo");
    }

    /// @param machine two that sign on one count as one
    private Desk open(String machine) throws Exception {
        Path folder = bench.workspace();
        Surroundings there = new Surroundings(
                new Places(folder, home.resolve(machine)), machine, Clock.systemUTC(), new SecureRandom(), _ -> {});
        try (Secret passphrase = Secret.of(Files.readString(home.resolve("passphrase")))) {
            return new WiredWorkspaces(there).open(WorkspacePlace.at(folder), new Unlock.Passphrase(passphrase));
        }
    }

    private static ShellBench window(Desk desk, Theme theme, String plan) {
        return new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.REVOCATION, plan));
    }

    private static void pictures(String name, Desk desk, String plan, String button) throws Exception {
        Pictures.inBothThemesAndSizes(
                name, theme -> window(desk, theme, plan), shown -> new Hands(shown).press(button));
    }

    private static void in(Desk desk, String plan, Consumer<Hands> deed) throws Exception {
        FxThread.run(() -> {
            try (ShellBench shown = window(desk, new Theme(), plan)) {
                deed.accept(new Hands(shown));
            }
        });
    }

    private static void sign(Hands hands, String officer) {
        hands.sign(officer, CommandBench.passphraseOf(officer));
    }

    private Map<String, String> keys() {
        return moto.accessKeys("ci-runner");
    }

    private String planned(Desk desk) throws InterruptedException {
        try (Secret passphrase = Secret.of(CommandBench.passphraseOf("ada"))) {
            OfficerLogin ada = new OfficerLogin("ada", passphrase);
            desk.policies().save(ada, new PolicyPack(TWO, "{\"base\": {}, \"cases\": []}"));
            PlanOrder order = new PlanOrder(List.of(leaked.id()), Extent.DEACTIVATE, "seen in a build log");
            return desk.revocations().plan(ada, order).plan().id();
        }
    }

    @Test
    void twoSignThatAKeyIsSwitchedOffAndTwoThatItIsGivenBack() throws Exception {
        String plan;
        try (Desk desk = open("desk-1")) {
            plan = planned(desk);
            pictures("revocation-sign", desk, plan, "Sign");
            in(desk, plan, hands -> {
                hands.press("Sign");
                sign(hands, "ada");
                hands.press("Sign the plan");
                assertThat(hands.texts()).anyMatch(text -> text.contains("one more officer"));
            });
            assertThat(keys()).containsEntry(leaked.id(), "Active");
        }
        try (Desk desk = open("desk-2")) {
            in(desk, plan, hands -> {
                hands.press("Revoke");
                sign(hands, "bo");
                hands.press("Revoke 1 credential");
            });
            assertThat(keys()).containsEntry(leaked.id(), "Inactive");
            pictures("revocation-undo", desk, plan, "Take back");
            in(desk, plan, hands -> {
                hands.press("Take back");
                assertThat(hands.texts()).anyMatch(text -> text.endsWith(": Activate the access key again"));
                sign(hands, "bo");
                hands.press("Take back 1 step");
                assertThat(hands.texts())
                        .anyMatch(text -> text.contains("is signed by bo")
                                && text.contains("one more officer")
                                && text.contains("with \"Take back\"")
                                && !text.contains("curfew "));
            });
            assertThat(keys()).containsEntry(leaked.id(), "Inactive");
        }
        try (Desk desk = open("desk-1")) {
            in(desk, plan, hands -> {
                hands.press("Take back");
                sign(hands, "ada");
                hands.press("Take back 1 step");
                assertThat(hands.texts()).contains("1 step was taken back.", "taken back");
            });
            assertThat(keys()).containsEntry(leaked.id(), "Active");
        }
    }

    @Test
    void aPlanThatIsBeingAskedForWaitsWhereNothingMayBeChangedAnyMore() throws Exception {
        try (Desk desk = open("desk-1")) {
            FxThread.run(() -> {
                try (ShellBench shown = window(desk, new Theme(), "prod:" + leaked.id())) {
                    Hands hands = new Hands(shown);
                    hands.type("#plan-reason", "seen in a build log");
                    sign(hands, "ada");
                    assertThat(hands.said("Make the plan")).isEqualTo("Make the plan");
                    Connection readOnly = new Connection(
                            new SourceName("prod"), "aws", moto.endpoint(), false, Instant.EPOCH, Map.of());
                    shown.session.acting().know(List.of(readOnly));
                    assertThat(hands.said("Make the plan")).contains(Acting.reason(readOnly));
                }
            });
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "prlimit is Linux's")
    void whatWasDoneWithoutTheLedgerIsEntered() throws Exception {
        try (CurfewProcess curfew = CurfewProcess.startOnFullDisk(
                home,
                bench.workspace(),
                bench.environment(),
                List.of(
                        "contain",
                        leaked.id(),
                        "--reason",
                        "leaked, and the disk is full",
                        "--officer",
                        "ada",
                        "--officer-passphrase-file",
                        home.resolve("ada-passphrase").toString()))) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(1);
        }
        String plan = bench.json("revoke", "list").item().path("id").asText();
        try (Desk desk = open("desk-1")) {
            pictures("revocation-ratify", desk, plan, "Ratify");
            in(desk, plan, hands -> {
                assertThat(hands.texts()).contains("not in the ledger");
                hands.press("Ratify");
                sign(hands, "ada");
                hands.press("Ratify");
                assertThat(hands.texts())
                        .anyMatch(text -> text.startsWith("1 plan stands in the ledger now."))
                        .doesNotContain("not in the ledger");
            });
        }
        assertThat(bench.run("ledger", "verify").exitCode()).isZero();
    }
}
