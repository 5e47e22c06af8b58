package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.screen.cases.CaseBook;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.handover.FileHandOver;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.CutOrder;
import dev.curfew.revocation.rotation.CutReport;
import dev.curfew.revocation.rotation.Look;
import dev.curfew.revocation.rotation.RotateOrder;
import dev.curfew.revocation.rotation.Rotation;
import dev.curfew.revocation.rotation.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The rotations, and what is done with the one that is looked at.
final class RotationViewModel {

    private static final Messages MESSAGES = Messages.of(RotationViewModel.class);
    private static final String LOOKING = "rotation-look";

    private final Work work;
    private final Desk desk;
    private final Cases<Rotation, Look> cases;
    /// By rotation.
    private final ObjectProperty<Map<String, Look>> looks = new SimpleObjectProperty<>(Map.of());

    /// @param changed called when the workspace has changed
    RotationViewModel(Work work, Desk desk, Runnable changed) {
        this.work = work;
        this.desk = desk;
        cases = new Cases<>(
                work,
                desk,
                new CaseBook<>(
                        "rotations",
                        MESSAGES,
                        this::all,
                        Rotation::id,
                        // The source is asked when somebody says so: each answer is an entry in the ledger.
                        _ -> false,
                        it -> desk.rotations().look(it.id())),
                changed);
    }

    Cases<Rotation, Look> cases() {
        return cases;
    }

    /// What its source answered since this was opened; empty: it was not asked.
    ObservableValue<Optional<Look>> look(Rotation one) {
        return looks.map(all -> Optional.ofNullable(all.get(one.id())));
    }

    /// Those that are running first, the newest first.
    private List<Rotation> all() {
        return desk.rotations().all().reversed().stream()
                .sorted(Comparator.comparing(it -> it.stage().isOver()))
                .toList();
    }

    Availability mayLook() {
        return cases.writable()
                .and(Availability.unless(cases.selected().get().isEmpty(), MESSAGES.text("select.first")))
                .and(Availability.unless(
                        cases.selected().get().filter(StageWords::mayLook).isEmpty(), MESSAGES.text("look.over")));
    }

    Availability mayCut() {
        return cases.mayAct(StageWords::mayCut, MESSAGES.text("cut.not"));
    }

    Availability mayFinish() {
        return cases.mayAct(StageWords::mayFinish, MESSAGES.text("finish.not"));
    }

    Availability mayGoBack() {
        return cases.mayAct(StageWords::mayGoBack, MESSAGES.text("back.not"));
    }

    Availability mayShowPlan() {
        return Availability.unless(
                cases.selected().get().flatMap(Rotation::plan).isEmpty(), MESSAGES.text("plan.not"));
    }

    /// One of that credential that was begun and whose making may have left something.
    Optional<Rotation> unfinished(String credential) {
        return of(credential).filter(StageWords::mayHaveStrays).findFirst();
    }

    /// The rotation of that credential that was handed over and is not over.
    Optional<Rotation> running(String credential) {
        return of(credential)
                .filter(it -> it.handedAt().isPresent() && !it.stage().isOver())
                .findFirst();
    }

    private Stream<Rotation> of(String credential) {
        return cases.content().get().ready().stream()
                .flatMap(it -> it.cases().stream())
                .filter(it -> it.old().text().equals(credential));
    }

    /// @param file a new one, for the new credential
    void start(OfficerLogin login, RotateOrder order, Path file) {
        cases.act(MESSAGES.text("starting"), login, List.of(), _ -> started(login, order, file), made -> {
            cases.select(made.id());
            cases.tell(
                    made.stage() == Stage.ENDED
                            ? MESSAGES.text("started.ended", made.old().text())
                            : "");
        });
    }

    /// The file is there before the credential is, so that nothing is made that cannot be handed over.
    private Rotation started(OfficerLogin login, RotateOrder order, Path file) throws InterruptedException {
        PrivateFile output = PrivateFile.made(file);
        try (output) {
            return desk.rotations().start(login, order, new FileHandOver(file, output));
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("file.unclosed", file), e);
        }
    }

    /// Asks the source when the old one was last used. Needs nobody's key.
    void look() {
        cases.selected()
                .get()
                .filter(StageWords::mayLook)
                .ifPresent(one -> work.start(new Job<>(
                        LOOKING,
                        MESSAGES.text("looking", one.old().nativeId()),
                        _ -> desk.rotations().look(one.id()),
                        this::looked,
                        failure -> cases.tell(failure.sentence()))));
    }

    private void looked(Look look) {
        Map<String, Look> all = new HashMap<>(looks.get());
        all.put(look.rotation().id(), look);
        looks.set(Map.copyOf(all));
        cases.load();
    }

    void cut(OfficerLogin login, CutOrder order) {
        end(
                MESSAGES.text("cutting"),
                login,
                order,
                (id, progress) -> desk.rotations().cut(login, id, order, progress));
    }

    void finish(OfficerLogin login, CutOrder order) {
        end(
                MESSAGES.text("finishing"),
                login,
                order,
                (id, progress) -> desk.rotations().end(login, id, order, progress));
    }

    @FunctionalInterface
    private interface Ending {
        CutReport run(String id, Progress progress) throws InterruptedException;
    }

    private void end(String words, OfficerLogin login, CutOrder order, Ending ending) {
        List<Secret> lent = Stream.of(order.oldValue(), order.newValue())
                .flatMap(Optional::stream)
                .toList();
        cases.selected()
                .get()
                .ifPresent(one -> cases.act(
                        words,
                        login,
                        lent,
                        progress -> ending.run(one.id(), progress),
                        report -> cases.tell(CutWords.told(report))));
    }

    /// @param stray as in `RotateOrder.stray`
    void back(OfficerLogin login, Optional<String> stray) {
        cases.selected()
                .get()
                .ifPresent(one -> cases.act(
                        MESSAGES.text("returning"),
                        login,
                        List.of(),
                        _ -> desk.rotations().back(login, one.id(), stray),
                        _ -> {}));
    }
}
