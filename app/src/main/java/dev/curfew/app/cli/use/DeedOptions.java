package dev.curfew.app.cli.use;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.Since;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.timeline.Leftovers;
import dev.curfew.app.usecase.timeline.Timelines;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Asks the source's own record what something made since a moment, and says whether that is still there. Only where it
/// was asked for: a record may be long, and an emergency does not wait for it.
public final class DeedOptions {
    @Option(names = "--since", paramLabel = "TIME", descriptionKey = "deeds-since")
    private String since = "";

    /// Before anything is done, so that what was typed wrong is said at once.
    ///
    /// @throws dev.curfew.app.cli.UsageProblem if it is no moment
    public void check(Invocation invocation) {
        if (areAsked()) {
            Instant _ = from(invocation);
        }
    }

    /// Whether a record is to be asked at all.
    public boolean areAsked() {
        return !since.isEmpty();
    }

    private Instant from(Invocation invocation) {
        return Since.of(since, invocation.clock().instant());
    }

    /// Prints it; nothing where it was not asked for.
    ///
    /// @return what they made, as far as that was told
    public Traces tell(Invocation invocation, Collection<? extends EntityId> ids) throws InterruptedException {
        if (!areAsked()) {
            return Traces.UNASKED;
        }
        Instant from = from(invocation);
        SnapshotIndex index = invocation.desk().estate().current();
        List<? extends EntityId> asked = ids.stream().distinct().toList();
        Traces told = Timelines.each(asked, id -> tell(invocation, id, from, index));
        if (asked.size() > Timelines.ASKED_MAX) {
            invocation.printer().note(Made.unasked(asked.size() - Timelines.ASKED_MAX));
        }
        return told;
    }

    /// What a plan is to end too, of the identities that its preview is about; nothing where it was not asked for.
    ///
    /// @param foreseen asked only where it is needed
    public Traces traces(Invocation invocation, Foreseen foreseen) throws InterruptedException {
        if (!areAsked()) {
            return Traces.UNASKED;
        }
        Instant from = from(invocation);
        List<EntityId> who = Told.identities(Told.of(foreseen.preview()));
        return invocation.working(progress -> invocation.desk().timelines().traces(who, from, progress));
    }

    /// Works out a preview.
    @FunctionalInterface
    public interface Foreseen {
        Map<String, Object> preview() throws InterruptedException;
    }

    /// As [#tell(Invocation, Collection)], of the identities that a plan is about.
    public Traces tell(Invocation invocation, RevocationPlan plan) throws InterruptedException {
        return !areAsked() ? Traces.UNASKED : tell(invocation, Told.identities(Told.of(plan)));
    }

    private static Traces tell(Invocation invocation, EntityId id, Instant from, SnapshotIndex index)
            throws InterruptedException {
        try {
            Timeline timeline =
                    invocation.working(progress -> invocation.desk().timelines().of(id, from, progress));
            new Made(id, from, timeline).sentences(index).forEach(invocation.printer()::note);
            return Leftovers.traces(id, timeline, from);
        } catch (Refused e) {
            String why = String.valueOf(e.getMessage());
            invocation.printer().note(Made.unread(id, why));
            return Traces.untold(id.text(), why);
        }
    }
}
