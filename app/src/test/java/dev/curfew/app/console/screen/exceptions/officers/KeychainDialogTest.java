package dev.curfew.app.console.screen.exceptions.officers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeychainDialogTest {
    private static final Officer ADA = new Officer("ada", "Ada", "ed25519:key", Instant.EPOCH);

    private final List<String> kept = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Shown shown = new Shown();
    private final Work work = new Work(
            Runnable::run,
            Runnable::run,
            failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage())));
    private final KeychainDialog dialog = new KeychainDialog(
            shown,
            work,
            new KeychainDialog.Keeper(this::keep, kept::remove),
            said::add,
            failure -> said.add("failed: " + failure.sentence()));

    private void keep(OfficerLogin login) {
        if (!login.passphrase().reveal().equals("right")) {
            throw new Refused("the passphrase is wrong");
        }
        kept.add(login.name());
    }

    /// The sheet that was shown last.
    private static final class Shown implements Dialogs {
        private @Nullable Sheet last;

        @Override
        public void show(Sheet sheet) {
            last = sheet;
        }

        @Override
        public void close() {
            last = null;
        }

        @Override
        public boolean isShown() {
            return last != null;
        }

        Sheet sheet() {
            return Objects.requireNonNull(last);
        }
    }

    private void keep(String passphrase) {
        assertThat(dialog.opening(ADA, true).run()).isTrue();
        ((PasswordField) shown.sheet().content().lookup("#officer-passphrase")).setText(passphrase);
        assertThat(Objects.requireNonNull(shown.sheet().confirm()).run()).isTrue();
    }

    @Test
    void theRightPassphraseIsKeptAndForgottenAgain() throws Exception {
        FxThread.run(() -> {
            keep("wrong");
            assertThat(kept).isEmpty();
            keep("right");
            assertThat(kept).containsExactly("ada");

            dialog.opening(ADA, true).run();
            Objects.requireNonNull(shown.sheet().other()).run();
            assertThat(kept).isEmpty();
            assertThat(said)
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("failed: the passphrase is wrong"),
                            second -> assertThat(second).startsWith("The keychain keeps the passphrase of ada."),
                            third -> assertThat(third).isEqualTo("The keychain keeps no passphrase of ada any more."));
        });
    }

    @Test
    void withoutAKeychainItSaysSo() {
        Action opening = dialog.opening(ADA, false);
        assertThat(opening.availability().getValue().reason()).startsWith("There is no keychain on this machine");
        assertThat(opening.run()).isFalse();
    }
}
