package dev.curfew.app.console.screen.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.model.id.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

class RemoveDialogTest {
    private final List<Sheet> sheets = new ArrayList<>();

    private final Dialogs dialogs = new Dialogs() {
        @Override
        public void show(Sheet sheet) {
            sheets.add(sheet);
        }

        @Override
        public void close() {
            sheets.clear();
        }

        @Override
        public boolean isShown() {
            return !sheets.isEmpty();
        }
    };

    @Test
    void aSourceGoesOnlyOnceItsNameWasTyped() throws Exception {
        List<SourceName> removed = new ArrayList<>();
        FxThread.run(() -> {
            new RemoveDialog(dialogs, removed::add).open(new SourceName("prod-bao"));
            Sheet sheet = sheets.getFirst();
            TextField typed = (TextField) Objects.requireNonNull(sheet.first());
            Action confirm = Objects.requireNonNull(sheet.confirm());

            typed.setText("prod");
            assertThat(confirm.run()).isFalse();
            assertThat(confirm.availability().getValue().reason()).isEqualTo("Type prod-bao to remove it.");

            typed.setText(" prod-bao ");
            assertThat(confirm.run()).isTrue();
        });
        assertThat(removed).containsExactly(new SourceName("prod-bao"));
        assertThat(dialogs.isShown()).isFalse();
    }
}
