package dev.curfew.app.console;

import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.breakglass.BreakGlassScreen;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts;
import dev.curfew.app.usecase.breakglass.checkout.CheckedIn;
import dev.curfew.app.usecase.breakglass.checkout.CheckedOut;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What a person is asked who closes the workspace, with its window or for another one, while break-glass paths are
/// checked out in it: whoever has their sessions loses them then. While something is being done with a path it is not
/// closed at all.
final class CheckInFirst {
    private static final Messages MESSAGES = Messages.of(CheckInFirst.class);
    private static final String JOB = "check-in-first";

    private final Work work;
    private final Dialogs dialogs;
    private final Runnable leave;

    /// @param leave closes the workspace
    CheckInFirst(Work work, Dialogs dialogs, Runnable leave) {
        this.work = work;
        this.dialogs = dialogs;
        this.leave = leave;
    }

    /// Whether the workspace may be closed now; otherwise a person is asked, or told to wait.
    boolean mayLeave(CheckOuts outs) {
        List<CheckedOut> all = outs.all();
        if (isBusy(all)) {
            tell("leave.busy", List.of(MESSAGES.text("leave.busy.next")));
            return false;
        }
        if (!all.isEmpty()) {
            dialogs.show(Sheet.of(
                            MESSAGES.text("leave.title", all.size()),
                            MESSAGES.text("leave.lead"),
                            lines(all.stream().map(CheckInFirst::words).toList()),
                            dialogs.closing(
                                    MESSAGES.text("leave.confirm"), Material2OutlinedAL.LOCK, () -> checkIn(outs, all)))
                    .dangerously());
        }
        return all.isEmpty();
    }

    private boolean isBusy(List<CheckedOut> all) {
        return work.isGoing(JOB)
                || work.isGoing(BreakGlassScreen.ACTING)
                || all.stream()
                        .anyMatch(out -> work.isGoing(
                                BreakGlassScreen.checkInJob(out.use().id())));
    }

    private static String words(CheckedOut out) {
        return MESSAGES.text(
                "leave.out",
                out.use().path(),
                out.use().officer(),
                Words.moment(out.use().openedAt()),
                out.use().reason());
    }

    private void checkIn(CheckOuts outs, List<CheckedOut> all) {
        work.start(new Job<>(
                JOB,
                MESSAGES.text("leave.checking-in"),
                progress -> checkedIn(outs, all, progress),
                this::left,
                failure -> tell("leave.broken", List.of(failure.sentence()))));
    }

    private static List<CheckedIn> checkedIn(CheckOuts outs, List<CheckedOut> all, Progress progress)
            throws InterruptedException {
        List<CheckedIn> in = new ArrayList<>();
        for (CheckedOut out : all) {
            if (outs.isHere(out.use().id())) {
                in.add(outs.checkIn(out.use().id(), progress));
            }
        }
        return in;
    }

    /// What is not closed whole is told before the workspace goes.
    private void left(List<CheckedIn> in) {
        List<String> broken = in.stream()
                .flatMap(one -> one.broke().stream()
                        .map(broke -> MESSAGES.text(
                                "leave.failed",
                                one.use().path(),
                                broke.stage().words(),
                                broke.sentence(),
                                broke.next())))
                .toList();
        if (broken.isEmpty()) {
            leave.run();
        } else {
            tell("leave.broken", broken);
        }
    }

    private void tell(String title, List<String> sentences) {
        dialogs.show(Sheet.showing(MESSAGES.text(title), "", lines(sentences)));
    }

    private static Node lines(List<String> sentences) {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        sentences.forEach(words -> lines.getChildren().add(new WrappedLabel(words)));
        return lines;
    }
}
