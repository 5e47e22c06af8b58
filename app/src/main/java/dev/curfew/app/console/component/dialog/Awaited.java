package dev.curfew.app.console.component.dialog;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.officer.OfficerLogin;
import java.util.function.Consumer;

/// What a dialog waits for: it says what is going on, and whoever closes it cancels that.
///
/// @param job the name of the work
/// @param title of the dialog
public record Awaited(Dialogs dialogs, Work work, String job, String title) {

    /// @param words what is going on
    /// @param done gets the result, in the foreground, and shows in the dialog's place what comes of it
    /// @param failed gets the failure likewise
    public <T> void start(String words, Job.Body<T> body, Consumer<? super T> done, Consumer<? super Failure> failed) {
        start(words, body, done, failed, () -> {});
    }

    /// @param cancelled runs when somebody closed the dialog before it came to an end
    public <T> void start(
            String words,
            Job.Body<T> body,
            Consumer<? super T> done,
            Consumer<? super Failure> failed,
            Runnable cancelled) {
        dialogs.show(Sheet.showing(title, "", Placeholder.busy(words)).thenRun(() -> work.cancel(job)));
        work.start(new Job<>(job, words, body, done, failed), cancelled);
    }

    /// What is done in an officer's name; the login does not outlive it.
    ///
    /// @param cancelled as in [#start]
    public <T> void sign(
            String words,
            OfficerLogin login,
            Job.Body<T> deed,
            Consumer<? super T> done,
            Consumer<? super Failure> failed,
            Runnable cancelled) {
        start(
                words,
                progress -> {
                    try (var _ = login.passphrase()) {
                        return deed.run(progress);
                    }
                },
                done,
                failed,
                () -> {
                    login.passphrase().close();
                    cancelled.run();
                });
    }

    /// Says that it failed, and why.
    ///
    /// @param next what can be done then
    public void failed(String words, Failure failure, Action next) {
        dialogs.show(Sheet.showing(title, "", Placeholder.failed(words, failure.sentence(), next)));
    }
}
