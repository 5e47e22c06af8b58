package dev.curfew.connector.openbao.timebox;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.timebox.TimeBoxesByForm;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;

/// Ends an entity, or one policy.
public final class OpenBaoTimeBoxes extends TimeBoxesByForm {
    private static final Messages MESSAGES = Messages.of(OpenBaoTimeBoxes.class);

    private final TimeBoxer entities;
    private final TimeBoxer policies;

    public OpenBaoTimeBoxes(BaoAccess access, Clock clock) {
        Writing writing = new Writing(access, clock);
        entities = new EntityEnds(writing);
        policies = new ExpiringPolicies(writing);
    }

    @Override
    protected TimeBoxer of(StandingAccess access) {
        if (access.policy().isPresent()) {
            return policies;
        }
        if (access.group().isPresent() || !(access.subject() instanceof IdentityId id) || !EntityEnds.isOne(id)) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("neither", access.text()));
        }
        return entities;
    }
}
