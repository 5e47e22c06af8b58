package dev.curfew.revocation.run;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.InstantSource;

/// A target with a fault at one of the two steps of an access key.
final class FaultyRevoker implements Revoker {
    private final Revoker target;
    private final InstantSource clock;
    private final Fault fault;
    private final String at;
    private boolean first = true;
    private boolean healed;

    FaultyRevoker(Revoker target, InstantSource clock, Fault fault, int step) {
        this.target = target;
        this.clock = clock;
        this.fault = fault;
        at = step == 1 ? "aws.deactivate-access-key" : "aws.delete-access-key";
    }

    synchronized void heal() {
        healed = true;
    }

    @Override
    public synchronized ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        boolean everywhere = fault == Fault.DEAD || fault == Fault.CUT_OFF;
        if (healed || (!everywhere && !action.code().equals(at))) {
            return target.act(action, credential);
        }
        boolean once = first;
        first = false;
        return switch (fault) {
            case REFUSED, DEAD -> new ActionOutcome.Refused(clock.instant(), "403");
            case SILENT, CUT_OFF -> throw new SourceException(SourceException.Kind.UNREACHABLE, "no answer");
            case LATE -> {
                ActionOutcome done = target.act(action, credential);
                if (once) {
                    throw new SourceException(SourceException.Kind.UNREACHABLE, "the answer was lost");
                }
                yield done;
            }
            case THROTTLED -> once ? new ActionOutcome.Refused(clock.instant(), "429") : target.act(action, credential);
            case HALF -> {
                ActionOutcome done = target.act(action, credential);
                yield once ? new ActionOutcome.Uncertain(clock.instant(), "500") : done;
            }
            case GONE -> {
                target.act(action, credential);
                yield target.act(action, credential);
            }
        };
    }
}
