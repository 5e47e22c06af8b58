package dev.curfew.app.console.screen.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.screen.ledger.LedgerViewModel.Page;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.ledger.LedgerDesk;
import dev.curfew.model.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerViewModelTest {

    @SuppressWarnings("NullAway") // there before any test, and so before what reads it below
    private static SampleWorkspace workspace;

    private final LedgerDesk desk = workspace.desk().ledger();
    private final LedgerViewModel model =
            model(limit -> new Page(desk.size(), desk.entries(0, limit).reversed()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private LedgerViewModel model(Function<Integer, Page> read) {
        return new LedgerViewModel(
                Work.direct(failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()))),
                read,
                desk::verify,
                desk::export,
                new SimpleObjectProperty<>(SampleWorkspace.NOW));
    }

    private List<LedgerEntry> entries() {
        return model.content().get().ready().orElseThrow().entries();
    }

    @Test
    void theNewestEntryIsTheFirst() {
        model.load();

        assertThat(entries()).first().extracting(LedgerEntry::index).isEqualTo(desk.size() - 1);
        assertThat(entries()).last().extracting(LedgerEntry::index).isEqualTo(0L);
    }

    @Test
    void everyEntryHasWordsForItsType() {
        model.load();

        assertThat(entries())
                .extracting(it -> EventWords.type(it.event().type()))
                .allMatch(it -> !it.contains("."));
    }

    @Test
    void detailsSayWhatItIsAboutAndLeaveOutWhatIsOnlyThereToBeCompared() {
        model.load();

        assertThat(entries())
                .filteredOn(it -> it.event().type().equals("request.submitted"))
                .extracting(it -> EventWords.details(it.event()))
                .allMatch(it -> it.startsWith("policy: sample-openbao:policy/break-glass · reason: "))
                .noneMatch(it -> it.contains("signature") || it.contains("device"));
        assertThat(entries())
                .filteredOn(it -> it.event().type().equals("sync.recorded"))
                .extracting(it -> EventWords.details(it.event()))
                .allMatch(it ->
                        it.startsWith("source: sample-") && it.contains(" · added: ") && it.contains("scopes read: "));
    }

    @Test
    void theFilterLooksAtAllOfAnEntry() {
        model.load();
        model.text().set("STUCK in recovery");

        assertThat(entries().stream().filter(model.passes()))
                .hasSize(1)
                .first()
                .extracting(it -> it.event().type())
                .isEqualTo("request.submitted");
    }

    @Test
    void itIsNotVerifiedUntilItWasVerifiedAndThenSaysWhenAndHowMany() {
        assertThat(model.verified().get()).isEmpty();

        model.verify(List.of());

        LedgerViewModel.Verified verified =
                model.verified().get().flatMap(Content::ready).orElseThrow();
        assertThat(verified.at()).isEqualTo(SampleWorkspace.NOW);
        assertThat(verified.status().consistent()).isTrue();
        assertThat(verified.status().verification().size()).isEqualTo(desk.size());
    }

    @Test
    void aWitnessThatCannotBeReadIsSaidAndNotCountedAsAgreeing(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("checkpoint.note"), "this is no note");

        model.verify(List.of(note));

        assertThat(model.verified().get().orElseThrow())
                .satisfiesAnyOf(
                        it -> assertThat(it).isInstanceOf(Content.Failed.class),
                        it -> assertThat(it.ready().orElseThrow().status().problems())
                                .isNotEmpty());
    }

    @Test
    void anExportSaysHowManyEntriesItHolds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.jsonl");

        model.export(file);

        assertThat(model.told().get()).contains(String.valueOf(desk.size()), file.toString());
        assertThat(Files.readAllLines(file)).hasSizeGreaterThanOrEqualTo((int) desk.size());
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        LedgerViewModel failing = model(_ -> {
            throw new Refused("the pages are stuck together");
        });

        failing.load();

        assertThat(failing.content().get())
                .isEqualTo(new Content.Failed<>(new Failure(Failure.Kind.REFUSED, "the pages are stuck together")));
    }
}
