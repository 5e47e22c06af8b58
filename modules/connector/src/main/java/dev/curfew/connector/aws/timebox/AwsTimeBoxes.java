package dev.curfew.connector.aws.timebox;

import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.policy.AwsPolicies;
import dev.curfew.connector.timebox.PolicyEnds;
import dev.curfew.connector.timebox.TimeBoxesByForm;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Ends all that somebody has, or one policy. AWS decides by the clock at each request, so that sessions that are open
/// end as well.
public final class AwsTimeBoxes extends TimeBoxesByForm {
    private static final Messages MESSAGES = Messages.of(AwsTimeBoxes.class);

    /// In the ARN of each.
    private static final String PERMISSION_SET = ":sso:::permissionSet/";

    private final Account account;
    private final TimeBoxer whole;
    private final TimeBoxer inline;
    private final TimeBoxer managed;

    public AwsTimeBoxes(Account account, Clock clock) {
        this.account = account;
        String how = MESSAGES.text("policy.how");
        List<String> goesOn = List.of(MESSAGES.text("policy.goes-on"), MESSAGES.text("others"));
        whole = new WholeEnds(account);
        inline = new PolicyEnds(
                new InlinePolicies(account), EndingText::within, new PolicyEnds.Worth(how, goesOn, false), clock);
        managed = new PolicyEnds(
                new AwsPolicies(account), EndingText::within, new PolicyEnds.Worth(how, goesOn, true), clock);
    }

    /// Nobody but Curfew could take back an end on the role that it acts as, and Curfew no longer.
    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        String subject = access.subject().nativeId();
        if (account.ownRoles().contains(subject)) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("own", subject));
        }
        return super.look(access, until);
    }

    @Override
    protected TimeBoxer of(StandingAccess access) {
        if (access.part().isEmpty()) {
            return whole;
        }
        Optional<PolicyId> policy = access.policy();
        if (policy.isEmpty()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("group"));
        }
        if (policy.get().nativeId().contains(PERMISSION_SET)) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("assignment"));
        }
        return InlinePolicies.are(policy.get()) ? inline : managed;
    }
}
