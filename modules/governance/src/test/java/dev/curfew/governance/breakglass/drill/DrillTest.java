package dev.curfew.governance.breakglass.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.governance.breakglass.BreakGlassJson;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.drill.House.Fault;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.HolderKey;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Drills of a path of which something goes wrong, and those of which nothing does.
class DrillTest {
    private static final String PASSWORD = "emergency:password-0";
    private static final DrillLimits LIMITS =
            new DrillLimits(Duration.ofMillis(1), Duration.ofSeconds(30), Duration.ofMillis(30), 3);

    private final Path folder;
    private final Town town;
    private final House house;
    private final PathBook book;
    private final EnvelopeFiles files;
    private final Custody custody = new Custody(new SecureRandom());
    private final List<HolderKey> keys = new ArrayList<>();
    private BreakGlassPath path;
    private int drills;
    private Reliance reliance = new Reliance(0, List.of("bao:8200"), List.of());

    /// A path of two holders.
    DrillTest(@TempDir Path directory) {
        folder = directory;
        town = new Town(directory);
        house = new House(town.clock, PASSWORD);
        book = new PathBook(town.office);
        files = new EnvelopeFiles(directory);
        HolderKeys holders = new HolderKeys(directory, new PlainPassphrases(), new SecureRandom());
        for (String name : List.of("ada", "bo")) {
            holders.ensure(name, Town.passphrase(name));
            keys.add(holders.unlock(name, Town.passphrase(name)));
        }
        path = path(Duration.ofDays(30), keys);
        try (OfficerKey ada = town.key("ada")) {
            book.register(ada, path).orThrow();
        }
        Envelope first = seal(1, PASSWORD);
        files.writeNext(first);
        files.promote(path.name());
        book.enterSealed(first, "ada");
    }

    private static BreakGlassPath path(Duration every, List<HolderKey> keys) {
        return path("bao-emergency", every, keys);
    }

    private static BreakGlassPath path(String name, Duration every, List<HolderKey> keys) {
        return new BreakGlassPath(
                name,
                Town.BAO,
                House.ACCOUNT,
                "secret/data/canary",
                keys.stream().map(HolderKey::holder).toList(),
                keys.size(),
                every,
                Duration.ofDays(1),
                new AlertPlan(
                        new Receiver(URI.create("http://127.0.0.1:1/alerts"), false), false, Duration.ofMillis(20)),
                "ada",
                Town.START);
    }

    private Envelope seal(int number, String password) {
        try (Secret credential = Secret.of(password)) {
            return custody.seal(
                    new Custody.Order(path.name(), number, Town.START, 2, "{}", path.holders()), credential);
        }
    }

    private DrillReport drill() throws InterruptedException {
        return drill(keys);
    }

    private DrillReport drill(List<HolderKey> brought) throws InterruptedException {
        Drill drill = new Drill(house, ground());
        drills++;
        DrillReport report = drill.run(
                new DrillOrder("d-" + drills, path, "{}", "ada", "desk-1", brought, List.of()), Progress.SILENT);
        try (OfficerKey ada = town.key("ada")) {
            return book.drilled(ada, report).orThrow();
        }
    }

    private Drill.Ground ground() {
        return new Drill.Ground(
                custody,
                files,
                book,
                house,
                LIMITS,
                // The house's clock stands still but for this.
                duration -> town.clock.advance(duration),
                () -> watching(reliance),
                town.clock);
    }

    private static Reliances.Watch watching(Reliance reliance) {
        return new Reliances.Watch() {
            @Override
            public Reliance until(SourceName source) {
                return reliance;
            }

            @Override
            public void close() {
                // Nothing is held here.
            }
        };
    }

    private static void assertStages(DrillReport report, String verdicts) {
        String got = String.join(
                " ",
                report.stages().stream().map(stage -> letter(stage.verdict())).toList());
        assertThat(got).as(report.stages().toString()).isEqualTo(verdicts);
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "ok";
            case CARE -> "care";
            case FAILED -> "FAIL";
            case NOT_DONE -> "-";
        };
    }

    @Test
    void aPathThatWorks() throws InterruptedException {
        DrillReport report = drill();

        assertStages(report, "ok ok ok ok ok ok ok");
        assertThat(report.passed()).isTrue();
        assertThat(report.openedBy()).containsExactly("ada", "bo");
        assertThat(house.open).isZero();
        assertThat(house.good).containsExactly("emergency:password-1");
        assertThat(files.current(path.name()).orElseThrow().number()).isEqualTo(2);
        assertThat(files.next(path.name())).isEmpty();
    }

    /// As when its end could not be entered the first time.
    @Test
    void aUseThatIsFinishedASecondTimeIsClosedByWhatIsSealedNow() throws InterruptedException {
        DrillOrder order = new DrillOrder("u-1", path, "{}", "ada", "desk-1", keys, List.of());
        EmergencyUse.Opening opening = EmergencyUse.open(house, ground(), order, "login is down", Progress.SILENT);
        try (EmergencyUse use = opening.use().orElseThrow()) {
            assertThat(use.finish(Progress.SILENT)).allMatch(StageResult::isFine);
            assertThat(use.finish(Progress.SILENT)).allMatch(StageResult::isFine);
        }
        assertThat(house.open).isZero();
        assertThat(house.good).containsExactly("emergency:password-2");
        assertThat(files.current(path.name()).orElseThrow().number()).isEqualTo(3);
    }

    /// What was sealed is opened again before it is believed.
    @Test
    void theNewEnvelopeIsOpenedAgain() throws InterruptedException {
        assertThat(drill().stage(Stage.CLOSURE).sentence())
                .isEqualTo("Envelope 2 is sealed, and opened again with the shares of ada, bo: It is let in."
                        + " The shares of envelope 1 do not open it.");
    }

    @Test
    void anEnvelopeThatWasSealedAndDoesNotOpenIsSaid() throws InterruptedException {
        house.whenRefused = () -> files.file(path.name()).toFile().delete();
        DrillReport report = drill();

        assertStages(report, "ok ok ok ok ok ok FAIL");
        assertThat(report.stage(Stage.CLOSURE).sentence()).contains("did not open again");
        assertThat(report.stage(Stage.CLOSURE).next()).contains("register the path anew");
    }

    @Test
    void whatItDidWithoutIsInTheReport() throws InterruptedException {
        DrillReport report = drill();

        assertThat(report.reliance()).contains(reliance);
        assertThat(CanonicalJson.text(BreakGlassJson.of(report)))
                .contains("\"without\":[\"keychain\",\"identity-provider\"]");
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "0, login.example:443"})
    void aPathThatNeedsMoreThanItsSourceDoesNotPass(int keychain, String beyond) throws InterruptedException {
        List<String> others = beyond.isEmpty() ? List.of() : List.of(beyond);
        reliance = new Reliance(keychain, others, others);
        DrillReport report = drill();

        assertStages(report, "ok ok FAIL ok ok ok ok");
        assertThat(report.stage(Stage.ACTION).sentence())
                .contains("Not done without: " + (keychain > 0 ? "the keychain" : beyond));
    }

    @Test
    void anotherOneAfterIt() throws InterruptedException {
        drill();

        assertThat(drill().passed()).isTrue();
        assertThat(files.current(path.name()).orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void aSessionThatItsSourceEnds() throws InterruptedException {
        house.session = Optional.of(Duration.ofSeconds(10));
        DrillReport report = drill();

        assertStages(report, "ok ok ok ok ok ok ok");
        assertThat(report.stage(Stage.END).sentence()).contains("by itself");
    }

    /// What goes wrong, what each stage comes to, and what is left: the envelope's number, sessions that are open.
    @ParameterizedTest
    @CsvSource(textBlock = """
                    SOURCE_SILENT,      ok FAIL - - - - -,               1, 0
                    CREDENTIAL_REFUSED, ok FAIL - - - - -,               1, 0
                    CANARY_REFUSED,     ok ok FAIL ok ok ok ok,          2, 0
                    ALERT_NOT_TAKEN,    ok ok ok FAIL ok ok ok,          2, 0
                    ALERT_UNCONFIRMED,  ok ok ok FAIL ok ok ok,          2, 0
                    RECEIVER_SILENT,    ok ok ok FAIL ok ok ok,          2, 0
                    END_REFUSED,        ok ok ok ok FAIL ok FAIL,        2, 2
                    OUTLIVES_ITS_END,   ok ok ok ok FAIL ok FAIL,        2, 0
                    REPLACE_REFUSED,    ok ok ok ok ok FAIL FAIL,        1, 0
                    REPLACE_LOST,       ok ok ok ok ok FAIL FAIL,        1, 0
                    REPLACE_UNANSWERED, ok ok ok ok ok ok ok,            2, 0
                    OLD_STILL_WORKS,    ok ok ok ok ok FAIL ok,          2, 0
                    NEW_SHUT_OUT,       ok ok ok ok ok ok FAIL,          2, 0
                    """)
    void whatGoesWrongIsSaid(Fault fault, String stages, int envelope, int open) throws InterruptedException {
        house.faults.add(fault);
        DrillReport report = drill();

        assertStages(report, stages);
        assertThat(report.passed()).isEqualTo(!stages.contains("FAIL"));
        assertThat(files.current(path.name()).orElseThrow().number()).isEqualTo(envelope);
        assertThat(house.open).isEqualTo(open);
        report.stages().stream()
                .filter(stage -> stage.verdict() == Verdict.FAILED)
                .forEach(stage -> assertThat(stage.next()).isNotEmpty());
        assertNoSecret(report);
    }

    @Test
    void aSessionThatOutlivesItsTimeIsEndedByHand() throws InterruptedException {
        house.session = Optional.of(Duration.ofSeconds(10));
        house.faults.add(Fault.OUTLIVES_ITS_TIME);
        DrillReport report = drill();

        assertStages(report, "ok ok ok ok FAIL ok FAIL");
        assertThat(report.stage(Stage.END).sentence()).contains("went on after its time was over");
        assertThat(house.open).isZero();
    }

    @Test
    void aLostShareKeepsItClosed() throws InterruptedException {
        DrillReport report = drill(keys.subList(0, 1));

        assertStages(report, "FAIL - - - - - -");
        assertThat(report.stage(Stage.SEAL).sentence()).contains("1 of the 2 shares");
    }

    @Test
    void aShareOfAnotherKeyIsNamed() throws InterruptedException {
        HolderKeys others = new HolderKeys(folder.resolve("new"), new PlainPassphrases(), new SecureRandom());
        others.ensure("bo", Town.passphrase("bo"));
        DrillReport report = drill(List.of(keys.getFirst(), others.unlock("bo", Town.passphrase("bo"))));

        assertStages(report, "FAIL - - - - - -");
        assertThat(report.stage(Stage.SEAL).sentence()).contains("share of bo did not open");
    }

    @Test
    void anEnvelopeThatTheLedgerDoesNotKnow() throws InterruptedException {
        files.writeNext(seal(1, "emergency:somebody-else's"));
        files.promote(path.name());
        DrillReport report = drill();

        assertStages(report, "FAIL - - - - - -");
        assertThat(report.stage(Stage.SEAL).sentence()).contains("not the one that the ledger knows");
    }

    @Test
    void anOldCopyIsAStranger(@TempDir Path elsewhere) throws IOException, InterruptedException {
        Path copy = elsewhere.resolve("copy");
        Files.copy(files.file(path.name()), copy);
        drill();
        Files.copy(copy, files.file(path.name()), StandardCopyOption.REPLACE_EXISTING);

        assertStages(drill(), "FAIL - - - - - -");
    }

    @Test
    void anEnvelopeThatIsGoneOrChanged() throws IOException, InterruptedException {
        Files.writeString(files.file(path.name()), "{}");
        assertStages(drill(), "FAIL - - - - - -");
        Files.delete(files.file(path.name()));
        assertStages(drill(), "FAIL - - - - - -");
    }

    @Test
    void aPathWithoutAReceiverDoesNotPass() throws InterruptedException {
        path = new BreakGlassPath(
                path.name(),
                path.source(),
                path.account(),
                path.canary(),
                path.holders(),
                2,
                path.every(),
                path.reviewWithin(),
                null,
                "ada",
                Town.START);
        DrillReport report = drill();

        assertStages(report, "ok ok ok - ok ok ok");
        assertThat(report.passed()).isFalse();
        assertThat(report.broke().orElseThrow().stage()).isEqualTo(Stage.ALERT);
    }

    @Test
    void whereTheSourceShouldRaiseItNobodyIsTold() throws InterruptedException {
        path = new BreakGlassPath(
                path.name(),
                path.source(),
                path.account(),
                path.canary(),
                path.holders(),
                2,
                path.every(),
                path.reviewWithin(),
                new AlertPlan(
                        new Receiver(URI.create("https://siem.example/alerts"), true), true, Duration.ofMillis(20)),
                "ada",
                Town.START);
        assertThat(drill().stage(Stage.ALERT).sentence()).contains("never said that it noticed");
        assertThat(house.heardOf).isEmpty();

        house.heardOf.add("d-2");
        assertThat(drill().passed()).isTrue();
    }

    @Test
    void aReplacingWhoseAnswerNeverCameIsSettledNextTime() throws InterruptedException {
        house.faults.add(Fault.REPLACE_LOST);
        drill();
        assertThat(files.next(path.name())).isPresent();
        house.faults.clear();

        assertThat(drill().passed()).isTrue();
        assertThat(files.next(path.name())).isEmpty();
        assertThat(house.good).containsExactly("emergency:password-2");
    }

    @Test
    void aMachineThatStoppedBeforeTheNewEnvelopeWasInItsPlace() throws InterruptedException {
        Envelope next = seal(2, "emergency:after");
        files.writeNext(next);
        book.enterSealing(next, "ada");
        house.good.clear();
        house.good.add("emergency:after");

        assertThat(drill().passed()).isTrue();
        assertThat(files.current(path.name()).orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void aMachineThatStoppedBeforeItWasEntered() throws InterruptedException {
        Envelope next = seal(2, "emergency:after");
        files.writeNext(next);
        book.enterSealing(next, "ada");
        house.good.clear();
        house.good.add("emergency:after");
        files.promote(path.name());

        assertThat(drill().passed()).isTrue();
    }

    @Test
    void whenTheNextIsDue() throws InterruptedException {
        assertThat(due(Town.START).state()).isEqualTo(Due.State.NEVER);
        DrillReport good = drill();
        Instant next = good.endedAt().plus(Duration.ofDays(30));
        assertThat(due(next.minusSeconds(1))).isEqualTo(new Due(Due.State.DRILLED, next));
        assertThat(due(next)).isEqualTo(new Due(Due.State.OVERDUE, next));
        house.faults.add(Fault.ALERT_UNCONFIRMED);
        drill();
        assertThat(due(next.minusSeconds(1)).state()).isEqualTo(Due.State.FAILED);
    }

    private Due due(Instant now) {
        return Due.of(path, reports().all(), now);
    }

    private Believed<DrillReport> reports() {
        return town.unitOfWork.run(transaction -> book.drills(transaction, path.name()));
    }

    @Test
    void theTrendCountsAndTakesTheMedian() throws InterruptedException {
        drill();
        house.faults.add(Fault.SOURCE_SILENT);
        drill();
        house.faults.clear();
        drill();

        Trend trend = Trend.of(reports().all());
        assertThat(trend.drills()).isEqualTo(3);
        assertThat(trend.passed()).isEqualTo(2);
        assertThat(trend.activations()).hasSize(2);
        assertThat(trend.usual())
                .contains(trend.activations().stream().sorted().toList().getFirst());
    }

    @Test
    void theLedgerGivesBackWhatWasEntered() throws InterruptedException {
        DrillReport report = drill();

        assertThat(reports().all()).hasSize(1);
        assertThat(CanonicalJson.text(BreakGlassJson.of(reports().all().getFirst())))
                .isEqualTo(CanonicalJson.text(BreakGlassJson.of(report)));
        assertThat(town.unitOfWork.run(book::paths).all()).containsExactly(path);
        assertThat(refusal(find("other"))).isEqualTo(Refusal.UNKNOWN_PATH);
    }

    /// Whoever can write to the database, and even holds the ledger's key, cannot pass a drill or move a canary.
    @Test
    void whatNobodySignedIsNotBelieved() throws InterruptedException {
        house.faults.add(Fault.ALERT_UNCONFIRMED);
        drill();
        rewrite(PathBook.DRILLED, "report", "\"verdict\":\"FAILED\"", "\"verdict\":\"PASSED\"");
        assertThat(reports().all()).isEmpty();
        assertThat(reports().doubts()).singleElement().asString().contains(PathBook.DRILLED, path.name());
        rewrite(PathBook.REGISTERED, "path", "secret/data/canary", "secret/data/prod");
        assertThat(refusal(find(path.name()))).isEqualTo(Refusal.PATH_FORGED);
    }

    @Test
    void aForgedRegistrationHidesNoOtherPath() {
        BreakGlassPath other = path("db-emergency", Duration.ofDays(30), keys);
        try (OfficerKey ada = town.key("ada")) {
            book.register(ada, other).orThrow();
        }
        rewrite(PathBook.REGISTERED, "path", "db-emergency", "db-elsewhere");

        Believed<BreakGlassPath> paths = town.unitOfWork.run(book::paths);
        assertThat(paths.all()).containsExactly(path);
        assertThat(paths.doubts()).singleElement().asString().contains(PathBook.REGISTERED, "db-emergency");
        assertThat(find(path.name()).orThrow()).isEqualTo(path);
        assertThat(refusal(find("db-emergency"))).isEqualTo(Refusal.PATH_FORGED);

        try (OfficerKey ada = town.key("ada")) {
            book.register(ada, other).orThrow();
        }
        assertThat(town.unitOfWork.run(book::paths))
                .as("registered anew")
                .isEqualTo(new Believed<>(List.of(path, other), List.of()));
    }

    /// It was signed, but of another path.
    @Test
    void aDrillIsNotTakenForOneOfAnotherPath() throws InterruptedException {
        drill();
        AuditEvent drilled = town.ledger().getLast().event();
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction,
                new AuditEvent(
                        PathBook.DRILLED,
                        drilled.at(),
                        drilled.actor(),
                        Sha256.hex("curfew.break-glass/other"),
                        drilled.details())));

        Believed<DrillReport> others = town.unitOfWork.run(transaction -> book.drills(transaction, "other"));
        assertThat(others.all()).isEmpty();
        assertThat(others.doubts()).singleElement().asString().contains(PathBook.DRILLED);
        assertThat(reports().all()).hasSize(1);
    }

    private Outcome<BreakGlassPath> find(String name) {
        return town.unitOfWork.run(transaction -> book.find(transaction, name));
    }

    @Test
    void aCopyOfARegistrationThatSomebodyEntersDoesNotBringItBack() {
        AuditEvent registered = town.ledger().stream()
                .map(LedgerEntry::event)
                .filter(event -> event.type().equals(PathBook.REGISTERED))
                .findFirst()
                .orElseThrow();
        BreakGlassPath rarer = path(Duration.ofDays(90), keys);
        try (OfficerKey ada = town.key("ada")) {
            book.register(ada, rarer).orThrow();
        }
        town.unitOfWork.run(transaction -> town.auditLog.append(transaction, registered));

        assertThat(town.unitOfWork.run(book::paths).all()).containsExactly(rarer);
    }

    private void rewrite(String type, String detail, String from, String to) {
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(
                    transaction, event -> event.type().equals(type) ? changed(event, detail, from, to) : event);
            return true;
        });
    }

    private static AuditEvent changed(AuditEvent event, String detail, String from, String to) {
        Map<String, Object> details = new HashMap<>(event.details());
        details.computeIfPresent(detail, (_, text) -> String.valueOf(text).replace(from, to));
        return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).why();
    }

    private static void assertNoSecret(DrillReport report) {
        assertThat(CanonicalJson.text(BreakGlassJson.of(report))).doesNotContain("password-");
    }
}
