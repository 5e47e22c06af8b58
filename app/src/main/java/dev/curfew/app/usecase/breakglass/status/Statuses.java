package dev.curfew.app.usecase.breakglass.status;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.breakglass.status.PathStatus.DrillStatus;
import dev.curfew.app.usecase.breakglass.status.PathStatus.Monitoring;
import dev.curfew.app.usecase.breakglass.status.UseStatus.Activity;
import dev.curfew.app.usecase.breakglass.status.UseStatus.Done;
import dev.curfew.app.usecase.notice.Notices;
import dev.curfew.app.usecase.timeline.Timelines;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.custody.Holder;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.breakglass.Alerts;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks how break-glass paths stand. Of those that are open the receiver of alerts is asked, and the source's own
/// record of what was done.
public final class Statuses {
    /// Over how long uses are counted.
    public static final Duration RECENT = Duration.ofDays(90);

    /// As many deeds as a screen shows; all of them are in the source's record, and told by `timeline`.
    public static final int DEEDS_MAX = 20;

    private static final Messages MESSAGES = Messages.of(Statuses.class);

    /// The session is opened before the use is entered: the receiver is told in between.
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final BreakGlasses paths;
    private final Notices notices;
    private final Timelines timelines;
    private final Alerts alerts;
    private final InstantSource clock;

    public Statuses(BreakGlasses paths, Notices notices, Timelines timelines, Alerts alerts, InstantSource clock) {
        this.paths = paths;
        this.notices = notices;
        this.timelines = timelines;
        this.alerts = alerts;
        this.clock = clock;
    }

    /// @param name empty for all
    /// @throws Refused if there is none of that name, or it is not what its officer signed
    public List<PathStatus> list(String name) throws InterruptedException {
        List<BreakGlassCase> cases = name.isEmpty() ? paths.list() : List.of(paths.find(name));
        List<PathStatus> all = new ArrayList<>();
        for (BreakGlassCase one : cases) {
            all.add(of(one));
        }
        return List.copyOf(all);
    }

    private PathStatus of(BreakGlassCase one) throws InterruptedException {
        BreakGlassPath path = one.path();
        Instant now = clock.instant();
        List<UseStatus> open = new ArrayList<>();
        for (PathUse use : one.open()) {
            open.add(of(path, use));
        }
        return new PathStatus(
                path.name(),
                path.source().value(),
                path.account(),
                path.threshold(),
                path.holders().stream().map(Holder::officer).toList(),
                one.seal(),
                new DrillStatus(one.due().state(), one.due().at(), one.last().map(DrillReport::startedAt)),
                one.shared(),
                monitoring(path, one.drills()),
                one.usedSince(now.minus(RECENT)),
                open,
                one.overdue(now).stream().map(PathUse::id).toList(),
                one.doubts());
    }

    /// By the last drill that came so far as to tell.
    private static Monitoring monitoring(BreakGlassPath path, List<DrillReport> drills) {
        AlertPlan plan = path.alert();
        if (plan == null) {
            return new Monitoring("", false, MESSAGES.text("monitoring.none"), Optional.empty());
        }
        String host = plan.receiver().host();
        return drills.reversed().stream()
                .map(drill -> drill.stage(Stage.ALERT))
                .filter(stage -> stage.verdict() != Verdict.NOT_DONE)
                .findFirst()
                .map(stage -> new Monitoring(host, stage.isFine(), stage.sentence(), Optional.of(stage.at())))
                .orElseGet(() -> new Monitoring(host, false, MESSAGES.text("monitoring.untried"), Optional.empty()));
    }

    private UseStatus of(BreakGlassPath path, PathUse use) throws InterruptedException {
        Receiver receiver = receiver(path, use);
        return new UseStatus(
                use.id(),
                use.officer(),
                use.openedBy(),
                use.approver(),
                use.reason(),
                use.openedAt(),
                use.endsBy(),
                use.reviewBy(),
                receiver.words(),
                receiver.confirmed(),
                notices.toldOf(use),
                activity(path, use));
    }

    private record Receiver(boolean confirmed, String words) {}

    /// What could not be told at the opening is told as such; otherwise it is asked again.
    private Receiver receiver(BreakGlassPath path, PathUse use) throws InterruptedException {
        AlertPlan plan = path.alert();
        if (plan == null) {
            return new Receiver(false, MESSAGES.text("monitoring.none"));
        }
        String host = plan.receiver().host();
        return switch (alerts.ask(plan.receiver(), use.id(), path.account())) {
            case Alerts.Heard.Confirmed _ -> new Receiver(true, MESSAGES.text("receiver.confirmed", host));
            case Alerts.Heard.NotYet(String detail) ->
                new Receiver(
                        false,
                        MESSAGES.text(
                                "receiver.not-yet", host, detail, use.told().words()));
            case Alerts.Heard.Unclear(String detail) ->
                new Receiver(
                        false,
                        MESSAGES.text(
                                "receiver.unclear", host, detail, use.told().words()));
        };
    }

    private Activity activity(BreakGlassPath path, PathUse use) throws InterruptedException {
        Instant since = use.openedAt().minus(BEFORE);
        try {
            return activity(timelines.of(new IdentityId(path.source(), path.account()), since, Progress.SILENT), since);
        } catch (Refused e) {
            return new Activity(
                    false, MESSAGES.text("activity.silent", String.valueOf(e.getMessage())), List.of(), 0, List.of());
        }
    }

    private static Activity activity(Timeline timeline, Instant since) {
        List<Deed> newest = timeline.deeds().reversed();
        String words = timeline.lagMax().isZero()
                ? timeline.record()
                : MESSAGES.text("activity.late", timeline.record(), Spans.words(timeline.lagMax()));
        return new Activity(
                true,
                timeline.covers(since) ? words : MESSAGES.text("activity.short", words),
                newest.stream().limit(DEEDS_MAX).map(Statuses::done).toList(),
                Math.max(0, newest.size() - DEEDS_MAX),
                timeline.limits());
    }

    private static Done done(Deed deed) {
        return new Done(
                deed.last(),
                deed.kind(),
                deed.target(),
                deed.times(),
                deed.succeeded(),
                deed.from().address());
    }
}
