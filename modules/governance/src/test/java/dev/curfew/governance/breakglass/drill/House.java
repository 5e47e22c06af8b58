package dev.curfew.governance.breakglass.drill;

import dev.curfew.model.breakglass.Alerts;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A source with one account, and a monitoring system, each of which goes wrong in the ways it is told to.
final class House implements EmergencyDoor, Alerts {
    static final String ACCOUNT = "user/emergency";

    /// What goes wrong.
    enum Fault {
        SOURCE_SILENT,
        CREDENTIAL_REFUSED,
        CANARY_REFUSED,
        ALERT_NOT_TAKEN,
        ALERT_UNCONFIRMED,
        RECEIVER_SILENT,
        OUTLIVES_ITS_TIME,
        END_REFUSED,
        OUTLIVES_ITS_END,
        REPLACE_REFUSED,
        /// It does it, and its answer is lost.
        REPLACE_UNANSWERED,
        /// It does not do it, and says nothing.
        REPLACE_LOST,
        OLD_STILL_WORKS,
        /// The new credential is let in once, and no more.
        NEW_SHUT_OUT
    }

    final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    final InstantSource clock;
    final Set<String> good = new HashSet<>();
    final Set<String> heardOf = new HashSet<>();
    Optional<Duration> session = Optional.empty();
    int open;
    Runnable whenRefused = () -> {};
    int made;

    House(InstantSource clock, String password) {
        this.clock = clock;
        good.add(password);
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    @Override
    public String account(Secret credential) {
        return ACCOUNT;
    }

    @Override
    public Entry enter(Secret credential) {
        if (has(Fault.SOURCE_SILENT)) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, "nobody answers");
        }
        if (has(Fault.CREDENTIAL_REFUSED) || !good.contains(credential.reveal())) {
            throw new SourceException(SourceException.Kind.REFUSED, "wrong password");
        }
        open++;
        return new Session();
    }

    @Override
    public ProbeOutcome attempt(Secret credential) {
        if (has(Fault.SOURCE_SILENT)) {
            return new ProbeOutcome.Indeterminate(clock.instant(), "nobody answers");
        }
        if (good.contains(credential.reveal())) {
            if (has(Fault.NEW_SHUT_OUT)) {
                good.clear();
            }
            return new ProbeOutcome.Accepted(clock.instant(), "It is let in.");
        }
        whenRefused.run();
        return new ProbeOutcome.Refused(clock.instant(), RefusalClass.INVALID_CREDENTIAL, "wrong password");
    }

    @Override
    public Secret fresh(Secret credential) {
        made++;
        return Secret.of("emergency:password-" + made);
    }

    @Override
    public Told tell(Receiver receiver, Map<String, Object> message) {
        heardOf.add(String.valueOf(message.get("id")));
        return new Told(!has(Fault.ALERT_NOT_TAKEN), "202");
    }

    @Override
    public Heard ask(Receiver receiver, String id, String account) {
        if (has(Fault.RECEIVER_SILENT)) {
            return new Heard.Unclear("nobody answers");
        }
        return has(Fault.ALERT_UNCONFIRMED) || !heardOf.contains(id)
                ? new Heard.NotYet("404")
                : new Heard.Confirmed("200");
    }

    private final class Session implements Entry {
        private final Instant from = clock.instant();
        private boolean ended;

        @Override
        public Optional<Instant> endsAt() {
            return session.map(from::plus);
        }

        @Override
        public String use(String canary, String mark) {
            if (has(Fault.CANARY_REFUSED)) {
                throw new SourceException(SourceException.Kind.REFUSED, "permission denied");
            }
            return "a mark was left at " + canary;
        }

        @Override
        public ProbeOutcome attempt() {
            boolean over =
                    endsAt().filter(at -> !clock.instant().isBefore(at)).isPresent() && !has(Fault.OUTLIVES_ITS_TIME);
            return (ended && !has(Fault.OUTLIVES_ITS_END)) || over
                    ? new ProbeOutcome.Refused(clock.instant(), RefusalClass.INVALID_CREDENTIAL, "no such session")
                    : new ProbeOutcome.Accepted(clock.instant(), "in");
        }

        @Override
        public ActionOutcome end() {
            if (has(Fault.END_REFUSED)) {
                return new ActionOutcome.Refused(clock.instant(), "not allowed");
            }
            open -= ended ? 0 : 1;
            ended = true;
            return new ActionOutcome.Done(clock.instant(), "");
        }

        @Override
        public ActionOutcome replace(Secret fresh) {
            if (has(Fault.REPLACE_REFUSED)) {
                return new ActionOutcome.Refused(clock.instant(), "not allowed");
            }
            if (has(Fault.REPLACE_LOST)) {
                return new ActionOutcome.Uncertain(clock.instant(), "no answer");
            }
            if (!has(Fault.OLD_STILL_WORKS)) {
                good.clear();
            }
            good.add(fresh.reveal());
            return has(Fault.REPLACE_UNANSWERED)
                    ? new ActionOutcome.Uncertain(clock.instant(), "no answer")
                    : new ActionOutcome.Done(clock.instant(), "");
        }

        @Override
        public Map<String, Secret> variables() {
            return Map.of();
        }

        @Override
        public void close() {
            // Nothing is held here.
        }
    }
}
