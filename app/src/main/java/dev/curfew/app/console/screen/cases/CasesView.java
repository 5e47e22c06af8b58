package dev.curfew.app.console.screen.cases;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.cases.Cases.Shown;
import dev.curfew.app.console.work.Content;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Cases in a table, the one that is looked at in full beside it.
public final class CasesView<C> {

    private static final Messages MESSAGES = Messages.of(CasesView.class);

    /// How one kind of case looks.
    ///
    /// @param words the kind's own: `loading`, `failed`
    /// @param crumb what a case is called
    /// @param full a case in full
    /// @param summary all of them in a sentence
    /// @param empty what stands where there are none
    public record Look<C>(
            Messages words,
            Function<C, String> crumb,
            Function<C, Node> full,
            Function<List<C>, String> summary,
            Supplier<Placeholder> empty) {}

    private final Cases<C, ?> cases;
    private final DataTable<C> table;
    private final Look<C> look;
    private final ScreenFrame frame;
    private boolean filling;
    private String inspected = "";

    /// @param above the table
    public CasesView(Cases<C, ?> cases, DataTable<C> table, Look<C> look, Node... above) {
        this.cases = cases;
        this.table = table;
        this.look = look;
        frame = ScreenFrame.inspecting(table, above);
        cases.content().subscribe(this::show);
        cases.selected().subscribe(this::inspect);
        cases.doing().subscribe(this::tell);
        cases.told().subscribe(this::tell);
        cases.went().subscribe(this::tell);
        table.getSelectionModel().selectedItemProperty().subscribe(this::pick);
    }

    public ScreenFrame frame() {
        return frame;
    }

    /// What goes on stands where what it comes to will stand: nobody has to look for it in a corner. What is told
    /// while it goes on is not hidden by it.
    private void tell() {
        String went = cases.went().get();
        String told = cases.told().get();
        if (!went.isEmpty()) {
            frame.tell(Tone.GOOD, went);
        } else if (!told.isEmpty()) {
            frame.tell(Tone.BAD, told);
        } else {
            frame.tell(Tone.NOTE, cases.doing().get(), cancel());
        }
    }

    private Action cancel() {
        return Action.of(MESSAGES.text("cancel"), Material2OutlinedAL.CANCEL, cases::cancelAct);
    }

    private void show(Content<Shown<C>> content) {
        Placeholder.of(content, look.words().text("loading"), look.words().text("failed"), cases::load)
                .ifPresent(table::standIn);
        content.ready().map(Shown::cases).ifPresent(this::fill);
    }

    /// The same cases again leave rows and selection as they are.
    private void fill(List<C> found) {
        if (!table.rows().equals(found)) {
            // A table whose rows are exchanged selects others by itself: nobody chose those.
            filling = true;
            table.getSelectionModel().clearSelection();
            table.show(found);
            filling = false;
            cases.selected().get().ifPresent(this::mark);
        }
        table.setPlaceholder(look.empty().get());
        frame.summary().set(look.summary().apply(found));
    }

    private void pick(@Nullable C one) {
        if (one != null && !filling) {
            cases.select(cases.id(one));
        }
    }

    private void inspect(Optional<C> one) {
        frame.crumb().set(one.map(look.crumb()).orElse(""));
        one.ifPresentOrElse(
                it -> {
                    show(it);
                    frame.openInspector();
                    mark(it);
                },
                frame::closeInspector);
        inspected = one.map(cases::id).orElse("");
    }

    /// A case that goes on while it is looked at stays where it was scrolled to.
    private void show(C one) {
        Node full = look.full().apply(one);
        if (cases.id(one).equals(inspected)) {
            frame.inspectAgain(full);
        } else {
            frame.inspect(full);
        }
    }

    private void mark(C one) {
        table.getItems().stream()
                .filter(row -> cases.id(row).equals(cases.id(one)))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
    }
}
