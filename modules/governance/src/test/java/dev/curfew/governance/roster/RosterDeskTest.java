package dev.curfew.governance.roster;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterChange.Grant;
import dev.curfew.governance.roster.chain.RosterChange.Revoke;
import dev.curfew.governance.roster.chain.RosterChange.SetQuorum;
import dev.curfew.governance.roster.chain.RosterChange.Take;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterDeskTest {
    private static final Grant SECURITY = new Grant("cy", "security");

    @TempDir
    private Path directory;

    @Test
    void oneOfThoseWhoAreThereFoundsItAndAQuorumChangesIt() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        RosterState founded = chamber.state().orThrow();
        assertThat(founded.number()).isEqualTo(1);
        assertThat(founded.quorum()).isEqualTo(2);
        assertThat(founded.good()).extracting(Member::name).containsExactly("ada", "bo", "cy");

        Proposal proposal = chamber.propose("ada", SECURITY).orThrow();
        assertThat(proposal.inForce()).isFalse();
        assertThat(proposal.counted()).isEqualTo(1);
        assertThat(chamber.state().orThrow()).isEqualTo(founded);
        assertThat(chamber.desk("bo").pending().orThrow()).containsExactly(proposal);

        assertThat(chamber.sign("bo", proposal).orThrow().inForce()).isTrue();
        assertThat(chamber.state().orThrow().find("cy").orElseThrow().roles()).containsExactly("security");
        assertThat(chamber.desk("bo").pending().orThrow()).isEmpty();
        assertThat(chamber.desk("cy").history().orThrow())
                .extracting(RosterEntry::signedBy)
                .containsExactly(List.of("ada"), List.of("ada", "bo"));
        assertThat(chamber.memory.head).contains(chamber.state().orThrow().head());
    }

    @Test
    void aQuorumOfOneIsOneOfficer() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 1);

        assertThat(chamber.propose("bo", SECURITY).orThrow().inForce()).isTrue();
        assertThat(chamber.propose("bo", new Take("cy", "security")).orThrow().inForce())
                .isTrue();
        // With others there, not even then does anybody give themselves a role.
        assertThat(chamber.propose("bo", new Grant("bo", "security")).orThrow().inForce())
                .isFalse();
        assertRefused(chamber.propose("bo", new Take("cy", "security")), Refusal.ROSTER_SAME);
        assertThat(chamber.propose("bo", new Revoke("ada", "left")).orThrow().inForce())
                .isTrue();
        assertThat(chamber.propose("bo", new Revoke("cy", "left")).orThrow().inForce())
                .isTrue();
        assertThat(chamber.propose("bo", new Grant("bo", "security")).orThrow().inForce())
                .isTrue();
        assertRefused(chamber.propose("bo", new Revoke("bo", "left")), Refusal.QUORUM_OUT_OF_REACH);
    }

    @Test
    void twoOnOneMachineAreOne() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        Proposal proposal = chamber.propose("ada", SECURITY).orThrow();

        Proposal signed = chamber.desk("ada")
                .sign(chamber.key("bo"), proposal.statement().id())
                .orThrow();

        assertThat(signed.signedBy()).containsExactly("ada", "bo");
        assertThat(signed.counted()).isEqualTo(1);
        assertThat(signed.inForce()).isFalse();
        assertThat(chamber.sign("cy", proposal).orThrow().counted()).isEqualTo(1);
    }

    @Test
    void aSignatureHoldsForAShift() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        Proposal proposal = chamber.propose("ada", new SetQuorum(1)).orThrow();
        chamber.clock.advance(Duration.ofHours(9));
        assertThat(chamber.sign("bo", proposal).orThrow().counted()).isEqualTo(1);
        assertThat(chamber.sign("ada", proposal).orThrow().inForce()).isTrue();
    }

    @Test
    void aNewOfficerIsThereWhenTheQuorumSignedAndTheirKeyWaitsForIt() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        OfficerDesk officers = chamber.officers("ada");

        Proposal proposal = officers.propose(
                        chamber.key("ada"), "di", "Di", Town.passphrase("di"), Optional.empty(), List.of("security"))
                .orThrow();
        assertThat(officers.list()).extracting(Officer::name).containsExactly("ada", "bo", "cy");
        assertRefused(chamber.propose("di", SECURITY), Refusal.NOT_AN_OFFICER);

        chamber.sign("bo", proposal).orThrow();
        assertThat(officers.list()).extracting(Officer::name).containsExactly("ada", "bo", "cy", "di");
        assertThat(chamber.propose("di", SECURITY).orThrow().counted()).isEqualTo(1);
    }

    @Test
    void aKeyWhoseOfficerIsRefusedIsTakenBack() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);

        assertRefused(
                chamber.officers("ada")
                        .propose(
                                chamber.key("ada"),
                                "di",
                                "Di",
                                Town.passphrase("di"),
                                Optional.empty(),
                                List.of("officer")),
                Refusal.BAD_ROLE);

        assertThat(Files.exists(directory.resolve("keys").resolve("di.key"))).isFalse();
    }

    @Test
    void whatTheLedgerHeldBeforeTheRevocationStaysGood() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 2);
        Subject plan = new Subject(Subject.Kind.PLAN, "p-00000", Sha256.hex("it"), List.of(), "", Instant.EPOCH);
        var signed = chamber.signed(plan, "bo", Decision.APPROVE);
        chamber.units.run(transaction -> new Decisions(chamber.office("ada"))
                .admit(transaction, plan, signed, Map.of())
                .orThrow());
        chamber.changed(new Revoke("bo", "left"));

        assertThat(chamber.units
                        .run(transaction -> new Decisions(chamber.office("ada")).receipt(transaction, plan))
                        .orThrow()
                        .officer())
                .isEqualTo("bo");
    }

    @Test
    void killedAtAnyPointItIsBeforeOrAfter() {
        for (boolean afterwards : List.of(false, true)) {
            for (int unit = 1; unit <= 2; unit++) {
                Chamber chamber = Chamber.founded(directory.resolve("keys-" + afterwards + unit), 2);
                RosterState before = chamber.state().orThrow();
                if (afterwards) {
                    chamber.units.crashAfter(unit);
                } else {
                    chamber.units.crashBefore(unit);
                }
                assertThatThrownBy(() -> chamber.changed(SECURITY)).isInstanceOf(CrashException.class);
                chamber.units.crashNoMore();

                RosterState now = chamber.state().orThrow();
                boolean changed = afterwards && unit == 2;
                assertThat(now.number()).isEqualTo(before.number() + (changed ? 1 : 0));
                List<Proposal> pending = chamber.desk("ada").pending().orThrow();
                assertThat(pending).hasSize(changed || (!afterwards && unit == 1) ? 0 : 1);
                if (!pending.isEmpty()) {
                    chamber.sign("bo", pending.getFirst()).orThrow();
                } else if (!changed) {
                    chamber.changed(SECURITY);
                }
                assertThat(chamber.state().orThrow().number()).isEqualTo(2);
                assertThat(chamber.memory.head)
                        .contains(chamber.state().orThrow().head());
            }
        }
    }

    @Test
    void theFileBesideRemembersOnlyWhatIsOne() throws Exception {
        Path file = directory.resolve("device").resolve("roster.json");
        FileRosterMemory memory = new FileRosterMemory(file);
        assertThat(memory.kept()).isEmpty();
        RosterHead head = new RosterHead("a".repeat(64), 3, "b".repeat(64));
        memory.keep(head);
        assertThat(new FileRosterMemory(file).kept()).isEqualTo(Optional.of(head));
        Files.writeString(file, "{}");
        assertThatThrownBy(memory::kept).hasMessageContaining("no head of a roster");
    }

    @Test
    void nothingIsDecidedOnARosterThatWasSetBack() {
        Chamber chamber = Chamber.founded(directory.resolve("keys"), 1);
        RosterHead head = chamber.memory.head.orElseThrow();
        chamber.memory.head = Optional.of(new RosterHead(head.roster(), 2, Sha256.hex("more")));

        Outcome<?> decided = chamber.units.run(
                transaction -> chamber.office("ada").roster().holder(transaction, chamber.key("ada")));

        assertRefused(decided, Refusal.ROSTER_ROLLED_BACK);
        assertThat(chamber.memory.head.orElseThrow().number()).isEqualTo(2);
    }
}
