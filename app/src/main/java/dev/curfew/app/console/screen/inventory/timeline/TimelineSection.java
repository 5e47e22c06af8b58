package dev.curfew.app.console.screen.inventory.timeline;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Csv;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.timeline.Leftovers;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.revocation.choice.Traces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks the source what somebody did and from where, and shows it with how far its record reaches; beside it, what
/// keeps
/// it or runs as it, as far as that was read.
public final class TimelineSection extends VBox {

    private static final Messages MESSAGES = Messages.of(TimelineSection.class);
    /// The newest; all of them are exported.
    private static final int DEEDS_MAX = 40;
    /// The last who used it, and the first that keep it.
    private static final int PLACES_MAX = 20;

    private static final List<Duration> SINCE =
            List.of(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    private final Session session;
    private final EntityId who;
    private final String job;
    private final ComboBox<Duration> since = new ComboBox<>();
    private final VBox kept = new VBox();
    private final VBox result = new VBox();
    private final ReadOnlyObjectWrapper<Traces> traces = new ReadOnlyObjectWrapper<>(Traces.UNASKED);

    public TimelineSection(Session session, EntityId who) {
        this.session = session;
        this.who = who;
        job = "timeline " + who.text();
        since.setId("timeline-since");
        since.getItems().setAll(SINCE);
        since.setValue(SINCE.getFirst());
        since.setAccessibleText(MESSAGES.text("since"));
        since.setConverter(new Spoken<>(value -> MESSAGES.text("since.last", Words.length(value))));
        Action show = Action.of(MESSAGES.text("show"), Material2OutlinedAL.HISTORY, this::ask);
        HBox row = new HBox(since, ActionButton.withWords(show).styled("small"));
        row.getStyleClass().add("toolbar");
        row.setAlignment(Pos.CENTER_LEFT);
        result.getStyleClass().add("lines");
        kept.getStyleClass().add("lines");
        getChildren().setAll(new Section(MESSAGES.text("title"), row, kept, result));
    }

    /// The one that is shown, where it is of the same: what was found is not asked for again. Another is stopped.
    public static TimelineSection of(Session session, EntityId who, @Nullable TimelineSection shown) {
        if (shown != null && shown.who.equals(who)) {
            return shown;
        }
        if (shown != null) {
            shown.stop();
        }
        return new TimelineSection(session, who);
    }

    /// What it made, as far as it was asked and is shown.
    public ReadOnlyObjectProperty<Traces> traces() {
        return traces.getReadOnlyProperty();
    }

    private void ask() {
        session.work()
                .start(
                        new Job<>(
                                job + " kept",
                                MESSAGES.text("asking"),
                                _ -> session.desk().reach().keepers(who),
                                this::show,
                                failure -> kept.getChildren().setAll(new Banner(Tone.UNKNOWN, failure.sentence()))),
                        kept.getChildren()::clear);
        askRecord();
    }

    private void show(List<ResourceId> keepers) {
        kept.getChildren().clear();
        if (!keepers.isEmpty()) {
            places(kept, MESSAGES.text("kept", keepers.size()), keepers, it -> new WrappedLabel(it.text()));
        }
    }

    /// Under a heading, as many as there is room for.
    private static <T> void places(VBox in, String heading, List<T> all, Function<T, Node> line) {
        in.getChildren().add(WrappedLabel.muted(heading));
        all.stream().limit(PLACES_MAX).map(line).forEach(in.getChildren()::add);
        if (all.size() > PLACES_MAX) {
            in.getChildren().add(WrappedLabel.muted(MESSAGES.text("places.more", all.size() - PLACES_MAX)));
        }
    }

    private static Node caller(Caller caller) {
        return new VBox(new WrappedLabel(CallerWords.from(caller)), WrappedLabel.muted(CallerWords.often(caller)));
    }

    private void askRecord() {
        Instant from = session.pulse().now().get().minus(since.getValue());
        Action cancel = Action.of(
                MESSAGES.text("cancel"),
                Material2OutlinedAL.CLOSE,
                () -> session.work().cancel(job));
        result.getChildren()
                .setAll(
                        Placeholder.busy(MESSAGES.text("asking")),
                        ActionButton.withWords(cancel).styled("small"));
        session.work()
                .start(
                        new Job<>(
                                job,
                                MESSAGES.text("asking"),
                                progress -> found(from, progress),
                                found -> show(found, from),
                                failure -> unread(failure.sentence())),
                        result.getChildren()::clear);
    }

    /// What it made is not known then, which is more than that nobody asked.
    private void unread(String why) {
        traces.set(Traces.untold(who.text(), why));
        result.getChildren().setAll(new Banner(Tone.UNKNOWN, why));
    }

    /// @param standing what it made and the last reading lists
    private record Found(Timeline timeline, Set<Deed> standing) {}

    private Found found(Instant from, Progress progress) throws InterruptedException {
        Timeline timeline = session.desk().timelines().of(who, from, progress);
        Leftovers leftovers = new Leftovers(who, session.desk().estate().current());
        return new Found(
                timeline,
                Leftovers.made(timeline).stream().filter(leftovers::isListed).collect(Collectors.toUnmodifiableSet()));
    }

    private void show(Found found, Instant from) {
        Timeline timeline = found.timeline();
        traces.set(Leftovers.traces(who, timeline, from));
        result.getChildren()
                .setAll(new Banner(timeline.covers(from) ? Tone.NOTE : Tone.CARE, DeedWords.horizon(timeline, from)));
        timeline.limits().forEach(gap -> result.getChildren().add(new Banner(Tone.UNKNOWN, MESSAGES.text("gap", gap))));
        if (!timeline.callers().isEmpty()) {
            String used = MESSAGES.text("used", timeline.callers().size());
            places(result, used, timeline.callers(), TimelineSection::caller);
        }
        long secrets = DeedWords.secrets(timeline);
        if (secrets > 0) {
            result.getChildren().add(new Banner(Tone.CARE, MESSAGES.text("secrets", secrets)));
        }
        if (!found.standing().isEmpty()) {
            result.getChildren()
                    .add(new Banner(
                            Tone.BAD, MESSAGES.text("standing", found.standing().size())));
        }
        List<Deed> newest = timeline.deeds().reversed();
        newest.stream()
                .limit(DEEDS_MAX)
                .forEach(deed ->
                        result.getChildren().add(deed(deed, found.standing().contains(deed))));
        if (newest.isEmpty()) {
            result.getChildren().add(WrappedLabel.muted(MESSAGES.text("none")));
            return;
        }
        if (newest.size() > DEEDS_MAX) {
            result.getChildren().add(WrappedLabel.muted(MESSAGES.text("older", newest.size() - DEEDS_MAX)));
        }
        Action copy = Action.of(
                MESSAGES.text("copy"),
                Material2OutlinedAL.CONTENT_COPY,
                () -> session.copying().text(DeedWords.text(timeline)));
        Action export =
                Action.of(MESSAGES.text("export"), Material2OutlinedMZ.SAVE_ALT, () -> export(timeline.deeds()));
        HBox buttons = new HBox(
                ActionButton.withWords(copy).styled("small"),
                ActionButton.withWords(export).styled("small"));
        buttons.getStyleClass().add("buttons");
        result.getChildren().add(buttons);
    }

    private static Node deed(Deed deed, boolean stands) {
        VBox lines = new VBox(new WrappedLabel(DeedWords.did(deed)), WrappedLabel.muted(DeedWords.more(deed)));
        if (Leftovers.isMaking(deed)) {
            String words = MESSAGES.text(stands ? "made.listed" : "made.unknown");
            lines.getChildren().add(Chip.sentence(stands ? Tone.BAD : Tone.UNKNOWN, words));
        }
        return lines;
    }

    /// Nobody waits for it any more.
    public void stop() {
        session.work().cancel(job + " kept");
        session.work().cancel(job);
    }

    private void export(List<Deed> deeds) {
        session.files()
                .toSave(MESSAGES.text("export"), MESSAGES.text("export.name"))
                .ifPresent(file -> session.work()
                        .start(new Job<>(
                                "timeline-export",
                                MESSAGES.text("exporting"),
                                _ -> write(file, deeds),
                                written -> result.getChildren()
                                        .add(WrappedLabel.muted(MESSAGES.text("exported", written))),
                                failure -> result.getChildren().add(new Banner(Tone.BAD, failure.sentence())))));
    }

    private static Path write(Path file, List<Deed> deeds) {
        try {
            Csv.write(
                    file, DeedWords.HEADER, deeds.stream().map(DeedWords::cells).toList());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
