package dev.curfew.connector.timebox;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An end that stands in a policy's own text, which the source holds.
public final class PolicyEnds implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(PolicyEnds.class);
    private static final String TEXT = "text";
    private static final String VERSION = "version";

    private final PolicyKeeper keeper;
    private final Rewriting rewriting;
    private final Worth worth;
    private final Clock clock;

    /// Puts an end into a text.
    @FunctionalInterface
    public interface Rewriting {
        /// @throws SourceException if that text takes none
        String until(String text, Instant end);
    }

    /// What such an end is worth.
    ///
    /// @param how as in [Boxable]
    /// @param goesOn as in [Boxable]
    /// @param shared as in [Boxable]
    public record Worth(String how, List<String> goesOn, boolean shared) {
        public Worth {
            goesOn = List.copyOf(goesOn);
        }
    }

    public PolicyEnds(PolicyKeeper keeper, Rewriting rewriting, Worth worth, Clock clock) {
        this.keeper = keeper;
        this.rewriting = rewriting;
        this.worth = worth;
        this.clock = clock;
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        PolicyText now = keeper.read(access.policy().orElseThrow());
        rewriting.until(now.text(), until);
        return new Boxable(
                Map.of(TEXT, now.text(), VERSION, now.version()), true, worth.how(), worth.goesOn(), worth.shared());
    }

    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return standing(box, (policy, now, boxed) -> {
            if (now.text().equals(boxed)) {
                return already("stands", policy);
            }
            return now.text().equals(prior(box).text()) ? keeper.replace(policy, now, boxed) : changed(policy);
        });
    }

    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return standing(
                box, (policy, now, boxed) -> now.text().equals(boxed) ? already("held", policy) : changed(policy));
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return standing(box, (policy, now, boxed) -> {
            if (now.text().equals(prior(box).text())) {
                return already("back", policy);
            }
            return now.text().equals(boxed) ? keeper.restore(policy, now, prior(box)) : changed(policy);
        });
    }

    @FunctionalInterface
    private interface Deed {
        ActionOutcome with(PolicyId policy, PolicyText now, String boxed) throws InterruptedException;
    }

    private ActionOutcome standing(TimeBox box, Deed deed) throws InterruptedException {
        PolicyId policy = box.access().policy().orElseThrow();
        try {
            return deed.with(
                    policy, keeper.read(policy), rewriting.until(prior(box).text(), box.until()));
        } catch (SourceException e) {
            return new ActionOutcome.Uncertain(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private static PolicyText prior(TimeBox box) {
        return new PolicyText(box.prior().getOrDefault(TEXT, ""), box.prior().getOrDefault(VERSION, ""), Map.of());
    }

    private ActionOutcome already(String key, PolicyId policy) {
        return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text(key, policy.nativeId()));
    }

    private ActionOutcome changed(PolicyId policy) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("changed", policy.nativeId()));
    }
}
