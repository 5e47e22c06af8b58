package dev.curfew.connector.aws.timebox;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.Principal;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends all that a user, group or role has, by an inline policy beside its others that denies everything from then on:
/// what resource policies give it too, and what its open sessions do.
final class WholeEnds implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(WholeEnds.class);

    private final Account account;
    private final Iam iam;

    WholeEnds(Account account) {
        this.account = account;
        iam = new Iam(account);
    }

    /// With the acting key: whether it may do what is to be done shows here first.
    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        Principal principal = Principal.of(access.subject().nativeId());
        try (AwsKey key = account.actingKey()) {
            iam.require(key, principal.list());
        }
        return new Boxable(Map.of(), true, MESSAGES.text("whole.how"), List.of(MESSAGES.text("others")), false);
    }

    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return written(box);
    }

    /// Whoever took the denial away since finds it there again.
    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return written(box);
    }

    private ActionOutcome written(TimeBox box) throws InterruptedException {
        return with(box, (key, principal, there) -> {
            String denial =
                    EndingText.denial(box.until(), box.access().subject().nativeId(), principal.changes());
            return there.filter(denial::equals).isPresent()
                    ? new ActionOutcome.AlreadyDone(account.now(), MESSAGES.text("whole.stands", name(box)))
                    : iam.change(key, principal.put(name(box), denial));
        });
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return with(
                box,
                (key, principal, there) -> there.isEmpty()
                        ? new ActionOutcome.AlreadyDone(account.now(), MESSAGES.text("whole.gone", name(box)))
                        : iam.change(key, principal.delete(name(box))));
    }

    @FunctionalInterface
    private interface Deed {
        /// @param there the text of the box's policy
        ActionOutcome on(AwsKey key, Principal principal, Optional<String> there) throws InterruptedException;
    }

    private ActionOutcome with(TimeBox box, Deed deed) throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            Principal principal = Principal.of(box.access().subject().nativeId());
            return deed.on(key, principal, iam.text(key, principal.get(name(box))));
        } catch (SourceException e) {
            return new ActionOutcome.Uncertain(account.now(), String.valueOf(e.getMessage()));
        }
    }

    private static String name(TimeBox box) {
        return "curfew-timebox-" + box.id();
    }
}
