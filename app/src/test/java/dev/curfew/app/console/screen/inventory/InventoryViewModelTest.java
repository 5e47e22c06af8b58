package dev.curfew.app.console.screen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.EntityFilter;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.EntityId;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryViewModelTest {

    private static final String CI_ROLE = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

    @SuppressWarnings("NullAway") // there before any test, and so before what reads it below
    private static SampleWorkspace workspace;

    private final Desk desk = workspace.desk();
    private final InventoryViewModel model = model(() -> desk.inventory().list(EntityFilter.ALL));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private InventoryViewModel model(Supplier<List<InventoryLine>> list) {
        return new InventoryViewModel(
                Work.direct(failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()))),
                list,
                new EntityInspection(desk)::of,
                desk.estate()::find,
                new SimpleObjectProperty<>(SampleWorkspace.NOW));
    }

    private List<String> passing() {
        return model.content().get().ready().orElseThrow().stream()
                .filter(model.predicate())
                .map(line -> line.row().name())
                .toList();
    }

    @Test
    void everyFilterThatIsSetMustPass() {
        model.load();
        assertThat(passing()).hasSize(400);

        model.text().set("over-privileged");
        assertThat(passing()).contains("ci-deployer").hasSizeLessThan(10);

        model.source().set("sample-kubernetes");
        assertThat(passing()).isNotEmpty().doesNotContain("ci-deployer");

        model.facets().set(EnumSet.of(Facet.UNOWNED));
        List<String> unowned = passing();
        model.kind().set("aws.role");
        assertThat(passing()).as("a Kubernetes source has no AWS role").isEmpty();
        assertThat(model.isNarrowed()).isTrue();

        model.widen();
        assertThat(passing()).hasSize(400).containsAll(unowned);
        assertThat(model.isNarrowed()).isFalse();
    }

    @Test
    void filtersGoOnFilteringAfterMemoryWasCleanedUp() {
        AtomicReference<Predicate<InventoryLine>> told = new AtomicReference<>();
        model.passes().subscribe(told::set);
        Predicate<InventoryLine> before = told.get();

        WeakReference<Object> garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
        }
        model.text().set("ci-deployer");

        assertThat(told.get()).isNotSameAs(before);
    }

    @Test
    void whatAnIdNamesIsSelectedAndReadInFull() {
        model.focus(CI_ROLE);

        assertThat(model.selected().get().map(EntityId::text)).contains(CI_ROLE);
        Inspected inspected = model.inspected().get().ready().orElseThrow();
        assertThat(inspected.detail().id().text()).isEqualTo(CI_ROLE);
        assertThat(inspected.coverage()).as("the scope it was read in").isPresent();
    }

    @Test
    void whatNamesNothingFiltersInstead() {
        model.focus("drill overdue");

        assertThat(model.selected().get()).isEmpty();
        assertThat(model.text().get()).isEqualTo("drill overdue");
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        InventoryViewModel failing = model(() -> {
            throw new Refused("the store is on holiday");
        });

        failing.load();

        assertThat(failing.content().get())
                .isEqualTo(new Content.Failed<>(new Failure(Failure.Kind.REFUSED, "the store is on holiday")));
    }

    @Test
    void anExportHoldsTheRowsItWasGivenInTheirOrder(@TempDir Path folder) throws IOException {
        model.load();
        model.text().set("ci-deployer");
        List<InventoryLine> rows = model.content().get().ready().orElseThrow().stream()
                .filter(model.predicate())
                .toList();
        List<String> told = new ArrayList<>();
        Path file = folder.resolve("inventory.csv");

        model.export(file, rows, () -> told.add("done"), told::add);

        assertThat(told).containsExactly("done");
        assertThat(Files.readString(file))
                .startsWith("id,kind,name,owner,credentials,grants,last use,evidence,ends,findings")
                .contains(CI_ROLE);
        assertThat(Files.readAllLines(file)).hasSize(rows.size() + 1);
    }

    @Test
    void whatHasNoCredentialHasNoEndRatherThanAnUnknownOne(@TempDir Path folder) throws IOException {
        model.load();
        List<InventoryLine> rows = model.content().get().ready().orElseThrow().stream()
                .filter(line -> line.row().id().text().equals(CI_ROLE))
                .toList();
        Path file = folder.resolve("inventory.csv");

        model.export(file, rows, () -> {}, _ -> {});

        assertThat(Files.readAllLines(file).get(1))
                .as("a role has no credential of its own")
                .contains(",—,");
        assertThat(InventoryColumns.of(() -> SampleWorkspace.NOW))
                .filteredOn(column -> column.getText().equals("Ends"))
                .singleElement()
                .extracting(column -> shown(column, rows.getFirst()))
                .isEqualTo(Optional.empty());
    }

    private static <V> V shown(TableColumn<InventoryLine, V> column, InventoryLine line) {
        return column.getCellValueFactory()
                .call(new TableColumn.CellDataFeatures<>(null, column, line))
                .getValue();
    }

    @Test
    void noCredentialIsNothingUnknown() {
        model.load();
        List<InventoryLine> used = model.content().get().ready().orElseThrow().stream()
                .filter(InventoryLine::hasNoCredential)
                .filter(line -> !(line.row().usage() instanceof Usage.NotObserved))
                .toList();

        assertThat(used).isNotEmpty().noneMatch(line -> Facet.UNKNOWN.keeps(line, SampleWorkspace.NOW));
    }

    @Test
    void anExportThatCannotBeWrittenSaysSo(@TempDir Path folder) {
        List<String> told = new ArrayList<>();

        model.export(folder.resolve("gone").resolve("inventory.csv"), List.of(), () -> told.add("done"), told::add);

        assertThat(told).hasSize(1).first().asString().contains("gone");
    }

    @Test
    void selectingNothingKeepsNothingSelected() {
        model.focus(CI_ROLE);

        model.select(Optional.empty());

        assertThat(model.selected().get()).isEmpty();
    }
}
