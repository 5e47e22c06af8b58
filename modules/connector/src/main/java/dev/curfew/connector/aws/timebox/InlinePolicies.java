package dev.curfew.connector.aws.timebox;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.InlineName;
import dev.curfew.connector.aws.details.Principal;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.util.Map;

/// Policies that live in their holder. AWS keeps no versions of them, and has no check-and-set: what stands there is
/// read again just before.
final class InlinePolicies implements PolicyKeeper {
    private static final Messages MESSAGES = Messages.of(InlinePolicies.class);

    private final Account account;
    private final Iam iam;

    InlinePolicies(Account account) {
        this.account = account;
        iam = new Iam(account);
    }

    static boolean are(PolicyId policy) {
        return InlineName.of(policy).isPresent();
    }

    @Override
    public PolicyText read(PolicyId policy) throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            return read(key, policy);
        }
    }

    private PolicyText read(AwsKey key, PolicyId policy) throws InterruptedException {
        InlineName name = InlineName.of(policy).orElseThrow();
        return iam.text(key, Principal.of(name.holder()).get(name.name()))
                .map(text -> new PolicyText(text, "", Map.of()))
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("inline.gone", policy.nativeId())));
    }

    @Override
    public ActionOutcome replace(PolicyId policy, PolicyText expected, String text) throws InterruptedException {
        InlineName name = InlineName.of(policy).orElseThrow();
        try (AwsKey key = account.actingKey()) {
            if (!read(key, policy).equals(expected)) {
                return new ActionOutcome.Refused(account.now(), MESSAGES.text("inline.changed", policy.nativeId()));
            }
            return iam.change(key, Principal.of(name.holder()).put(name.name(), text));
        } catch (SourceException e) {
            return new ActionOutcome.Refused(account.now(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ActionOutcome restore(PolicyId policy, PolicyText expected, PolicyText prior) throws InterruptedException {
        return replace(policy, expected, prior.text());
    }
}
