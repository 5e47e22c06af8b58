package dev.curfew.connector.openbao.timebox;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.time.Instant;

/// Ends an entity, or one policy.
public final class OpenBaoTimeBoxes implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(OpenBaoTimeBoxes.class);

    private final TimeBoxer entities;
    private final TimeBoxer policies;

    public OpenBaoTimeBoxes(BaoAccess access, Clock clock) {
        Writing writing = new Writing(access, clock);
        entities = new EntityEnds(writing);
        policies = new ExpiringPolicies(writing);
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        return of(access).look(access, until);
    }

    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return of(box.access()).begin(box);
    }

    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return of(box.access()).end(box);
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return of(box.access()).lift(box, ended);
    }

    private TimeBoxer of(StandingAccess access) {
        if (access.policy().isPresent()) {
            return policies;
        }
        if (access.group().isPresent() || !(access.subject() instanceof IdentityId id) || !EntityEnds.isOne(id)) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("neither", access.text()));
        }
        return entities;
    }
}
