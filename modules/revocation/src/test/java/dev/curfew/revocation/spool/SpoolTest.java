package dev.curfew.revocation.spool;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done while the ledger cannot be written, and how it gets into the ledger.
class SpoolTest {
    @TempDir
    private Path directory;

    private Station station;
    private Containing containing;
    private Ratifying ratifying;
    private SpoolReader reader;

    @BeforeEach
    void build() {
        station = new Station(directory);
        containing = new Containing(station.bench, station.planner);
        ratifying = new Ratifying(station.office, station.planner);
        reader = new SpoolReader(station.bench.catalogue());
    }

    private Contained contain(Extent extent) throws InterruptedException {
        try (OfficerKey ada = station.ada()) {
            PlanOrder order = new PlanOrder(List.of(Station.KEY.text()), extent, "it leaked");
            Readied readied = containing.ready(ada, order).orThrow();
            return containing
                    .run(readied, ada, List.of(directory.resolve("spool")), "no space left", Progress.SILENT)
                    .orThrow();
        }
    }

    private Spooled read(Path file) {
        return reader.read(file).orThrow().orElseThrow();
    }

    @Test
    void whatCanBeUndoneIsDoneAndWhatCannotIsLeft() throws Exception {
        int before = station.ledger().size();

        Contained contained = contain(Extent.DELETE);

        assertThat(station.source.calls())
                .filteredOn(call -> call.startsWith("act"))
                .hasSize(1);
        assertThat(contained.records()).extracting(StepRecord::state).containsExactly(StepState.ACTED);
        assertThat(contained.left()).extracting(step -> step.action().code()).containsExactly("aws.delete-access-key");
        assertThat(station.ledger()).as("nothing is written but the spool").hasSize(before);
        assertThat(Files.getPosixFilePermissions(contained.spool()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(contained.spool())).doesNotContain(Station.VALUE);
        Spooled spooled = read(contained.spool());
        assertThat(spooled.isWhole()).isTrue();
        assertThat(spooled.records()).isEqualTo(contained.records());
        assertThat(spooled.left()).isEqualTo(contained.left());
    }

    @Test
    void eachActIsInTheSpoolBeforeItIsDone() throws Exception {
        List<String> seen = new ArrayList<>();
        station.target.revoking = (action, credential) -> {
            try (var files = Files.list(directory.resolve("spool"))) {
                seen.add(Files.readString(files.findFirst().orElseThrow()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return station.source.act(action, credential);
        };

        contain(Extent.DEACTIVATE);

        assertThat(seen).singleElement().asString().contains("\"STARTED\"").doesNotContain("\"ACTED\"");
    }

    @Test
    void stoppedWithinAnActItMayHaveBeenDone() throws Exception {
        station.target.revoking = (_, _) -> {
            throw new InterruptedException();
        };

        Contained contained = contain(Extent.DEACTIVATE);

        assertThat(contained.cancelled()).isTrue();
        assertThat(contained.records()).extracting(StepRecord::state).containsExactly(StepState.STARTED);
        assertThat(read(contained.spool()).records()).isEqualTo(contained.records());
    }

    @Test
    void ratifiedItStandsInTheLedgerOnce() throws Exception {
        Spooled spooled = read(contain(Extent.DEACTIVATE).spool());
        assertThat(ratifying.isRatified(spooled)).isFalse();

        ratifying.ratify(spooled, station.ada()).orThrow();

        assertThat(station.events())
                .containsExactly("plan.made", "plan.approved", "step.started", "step.acted", "spool.ratified");
        assertThat(ratifying.isRatified(spooled)).isTrue();
        assertRefused(ratifying.ratify(spooled, station.ada()), Refusal.ALREADY_RATIFIED);
        assertThat(station.events()).hasSize(5);
        LedgerEntry last = station.ledger().getLast();
        assertThat(last.event().details()).containsEntry("why", "no space left").containsEntry("whole", true);
        List<StepRecord> rows = station.unitOfWork.run(transaction ->
                transaction.steps().startingWith(spooled.plan().plan().id() + "/"));
        assertThat(rows).isEqualTo(spooled.records());
    }

    @Test
    void aRatifiedPlanGoesOnAsAnyOther() throws Exception {
        Spooled spooled = read(contain(Extent.DELETE).spool());
        ratifying.ratify(spooled, station.ada()).orThrow();

        assertThat(station.run(
                                spooled.plan().plan(),
                                station.approve(spooled.plan().plan()))
                        .steps())
                .extracting(step -> step.record().state())
                .containsExactly(StepState.ACTED, StepState.ACTED);
        assertThat(station.source.calls())
                .filteredOn(call -> call.startsWith("act"))
                .hasSize(2);
    }

    @Test
    void whatWasChangedAnywhereIsNotBelieved() throws Exception {
        Path file = contain(Extent.DELETE).spool();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            Outcome<Optional<Spooled>> read = reader.read(file);
            // A changed end of the last line makes that line one that was cut off.
            boolean cutOff = at == whole.length - 1;
            assertThat(read instanceof Outcome.Refused<Optional<Spooled>>)
                    .as("byte %d", at)
                    .isEqualTo(!cutOff);
        }
        assertThat(station.events()).isEmpty();
    }

    @Test
    void whatIsNoSpoolIsRefusedWhateverItHolds() throws Exception {
        Path file = directory.resolve("made-up.spool");
        for (String line : List.of("null\tx", "{\"body\":{\"plan\":null}}\tx", "[]\tx", "no line")) {
            Files.writeString(file, line + "\n");
            assertRefused(reader.read(file), Refusal.SPOOL_TAMPERED);
        }
    }

    @Test
    void aSignedLineWithoutAPlanIsNoSpool() throws Exception {
        OfficerKey ada = station.ada();
        Map<String, Object> body = Map.of("publicKey", ada.publicKey(), "plan", Map.of("steps", List.of("none")));
        Path file;
        try (SpoolFile spool = SpoolFile.create(List.of(directory), "p-none", ada, station.office, body)) {
            file = spool.path();
        }

        assertRefused(reader.read(file), Refusal.SPOOL_TAMPERED);
    }

    @Test
    void aLineThatIsMissingIsNoticed() throws Exception {
        Path file = contain(Extent.DELETE).spool();
        List<String> lines = Files.readAllLines(file);
        for (int missing = 0; missing < lines.size() - 1; missing++) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(missing);
            Files.write(file, rest);
            assertRefused(reader.read(file), Refusal.SPOOL_TAMPERED);
        }
    }

    @Test
    void cutOffAnywhereItTellsWhatIsKnown() throws Exception {
        Path file = contain(Extent.DEACTIVATE).spool();
        byte[] whole = Files.readAllBytes(file);
        Spooled all = read(file);
        for (int length = 0; length < whole.length; length += 11) {
            Files.write(file, Arrays.copyOf(whole, length));
            Optional<Spooled> cut = reader.read(file).orThrow();
            assertThat(cut.stream()).allSatisfy(it -> {
                assertThat(it.isWhole()).isFalse();
                assertThat(it.id()).isEqualTo(all.id());
            });
        }
    }

    @Test
    void anotherOfficersNameOnItIsNotBelieved() throws Exception {
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        Spooled spooled = read(contain(Extent.DEACTIVATE).spool());
        Spooled blamed = new Spooled(
                spooled.file(),
                spooled.plan(),
                "bo",
                spooled.publicKey(),
                spooled.approval(),
                spooled.why(),
                spooled.at(),
                spooled.lines(),
                spooled.id(),
                spooled.hash(),
                spooled.torn());

        assertRefused(ratifying.ratify(blamed, station.ada()), Refusal.SPOOL_TAMPERED);
    }

    @Test
    void whereTwoHaveToSignOneDoesNothingWithoutTheLedger() throws Exception {
        new PolicyBook(station.office)
                .save(station.ada(), new PolicyPack("""
                        @id("two") @requires("2 of officer")
                        permit (principal, action == Action::"revoke", resource);
                        """, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
        PlanOrder order = new PlanOrder(List.of(Station.KEY.text()), Extent.DEACTIVATE, "it leaked");

        assertRefused(containing.ready(station.ada(), order), Refusal.SIGNATURES_MISSING);
    }

    @Test
    void withoutASpoolNothingIsDone() throws Exception {
        Path blocked = Files.writeString(directory.resolve("a-file"), "");
        PlanOrder order = new PlanOrder(List.of(Station.KEY.text()), Extent.DEACTIVATE, "it leaked");
        Readied readied = containing.ready(station.ada(), order).orThrow();

        assertRefused(
                containing.run(readied, station.ada(), List.of(blocked.resolve("spool")), "", Progress.SILENT),
                Refusal.SPOOL_UNWRITABLE);
        assertThat(station.source.calls()).noneMatch(call -> call.startsWith("act"));
    }
}
