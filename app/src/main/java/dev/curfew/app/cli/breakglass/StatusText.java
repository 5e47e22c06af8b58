package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.breakglass.status.PathStatus;
import dev.curfew.app.usecase.breakglass.status.Statuses;
import dev.curfew.app.usecase.breakglass.status.UseStatus;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A break-glass path's status, some lines each.
final class StatusText {
    private static final Messages MESSAGES = Messages.of(StatusText.class);

    private final Instant now;
    private final List<String> lines = new ArrayList<>();

    private StatusText(Instant now) {
        this.now = now;
    }

    static List<String> of(PathStatus path, Instant now) {
        StatusText text = new StatusText(now);
        text.path(path);
        path.open().forEach(text::open);
        path.unreviewed().forEach(use -> text.add("status.unreviewed", use, path.name()));
        path.doubts().forEach(doubt -> text.add("status.doubt", doubt));
        text.lines.add("");
        return List.copyOf(text.lines);
    }

    private void path(PathStatus path) {
        lines.add(MESSAGES.text("status.path", path.name(), path.account(), path.source()));
        add("status.custody", path.envelope().words(), path.threshold(), String.join(", ", path.holders()));
        add(
                "status.drill." + path.drill().state(),
                last(path),
                ago(path.drill().dueAt()),
                left(path.drill().dueAt()));
        add("status.monitoring", monitoring(path.monitoring()));
        if (path.notApart().isEmpty()) {
            add("status.apart");
        }
        path.notApart().forEach(sentence -> add("status.apart.not", sentence));
        add("status.uses", path.usesRecent(), Statuses.RECENT.toDays());
    }

    private String last(PathStatus path) {
        return path.drill()
                .lastAt()
                .map(at -> MESSAGES.text("status.last", ModelWords.time(at), ago(at)))
                .orElseGet(() -> MESSAGES.text("status.last.none"));
    }

    private String monitoring(PathStatus.Monitoring monitoring) {
        return monitoring
                .at()
                .map(at -> MESSAGES.text("status.monitored", monitoring.words(), ago(at)))
                .orElse(monitoring.words());
    }

    private void open(UseStatus use) {
        lines.add("");
        lines.add(
                MESSAGES.text("status.open", use.id(), use.officer(), String.join(", ", use.openedBy()), use.reason()));
        use.approver().ifPresentOrElse(name -> add("status.approved", name), () -> add("status.emergency"));
        use.endsBy()
                .ifPresentOrElse(
                        at -> add(
                                now.isBefore(at) ? "status.ends" : "status.ended",
                                ModelWords.time(at),
                                left(at),
                                ago(at)),
                        () -> add("status.ends.unknown"));
        add(
                now.isBefore(use.reviewBy()) ? "status.review" : "status.review.over",
                ModelWords.time(use.reviewBy()),
                left(use.reviewBy()));
        add(use.confirmed() ? "status.receiver" : "status.receiver.care", use.receiver());
        use.told()
                .forEach(
                        told -> add("status.told." + told.reach(), told.officer(), String.join(", ", told.carriers())));
        activity(use.activity());
    }

    private void activity(UseStatus.Activity activity) {
        if (!activity.known()) {
            add("status.activity.silent", activity.words());
            return;
        }
        add("status.activity", activity.words());
        if (activity.deeds().isEmpty()) {
            add("status.deed.none");
        }
        activity.deeds().forEach(this::deed);
        if (activity.more() > 0) {
            add("status.deed.more", activity.more());
        }
        activity.gaps().forEach(gap -> add("status.gap", gap));
    }

    private void deed(UseStatus.Done done) {
        String did = MESSAGES.text("status.did." + done.kind());
        add(
                done.times() > 1 ? "status.deeds" : "status.deed",
                ModelWords.time(done.at()),
                done.succeeded() ? did : MESSAGES.text("status.tried", did),
                done.target(),
                done.from(),
                done.times());
    }

    private void add(String key, Object... arguments) {
        lines.add("  " + MESSAGES.text(key, arguments));
    }

    private String left(Instant at) {
        return span(Duration.between(now, at));
    }

    private String ago(Instant at) {
        return span(Duration.between(at, now));
    }

    /// To the second while it matters.
    private static String span(Duration length) {
        Duration shown = length.isNegative() ? Duration.ZERO : length;
        return Spans.words(
                shown.compareTo(Duration.ofHours(1)) < 0
                        ? Duration.ofSeconds(shown.toSeconds())
                        : Duration.ofMinutes(shown.toMinutes()));
    }
}
