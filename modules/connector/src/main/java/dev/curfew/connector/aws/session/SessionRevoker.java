package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Ends sessions that Curfew issued, each by a denial on its role. Sessions that one had made in another role go on.
public final class SessionRevoker implements Revoker {
    public static final String END = "aws.end-session";

    private final Account account;

    public SessionRevoker(Account account) {
        this.account = account;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        if (!action.code().equals(END)) {
            throw new IllegalArgumentException("sessions have no action " + action.code());
        }
        SessionName session = SessionName.of(credential).orElse(null);
        if (session == null || !credential.source().equals(account.source())) {
            return refused(word("act.no-session"));
        }
        if (!account.now().isBefore(session.until())) {
            return new ActionOutcome.AlreadyDone(account.now(), word("over", session.until()));
        }
        try (AwsKey key = account.actingKey()) {
            tidy(session.role(), key);
            return deny(session, key);
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private ActionOutcome deny(SessionName session, AwsKey key) throws InterruptedException {
        String name = Denial.policyName(session);
        AwsAnswer there = account.client()
                .call(AwsCall.read("GetRolePolicy", Map.of("RoleName", session.role(), "PolicyName", name)), key);
        if (there instanceof AwsAnswer.Done) {
            return new ActionOutcome.AlreadyDone(account.now(), word("denied", session.role(), name));
        }
        if (!Answers.is(there, AwsError.NO_SUCH_ENTITY)) {
            return unfinished(there);
        }
        AwsAnswer answer = account.client()
                .call(
                        AwsCall.change(
                                "PutRolePolicy",
                                Map.of(
                                        "RoleName",
                                        session.role(),
                                        "PolicyName",
                                        name,
                                        "PolicyDocument",
                                        Denial.document(session))),
                        key);
        return answer instanceof AwsAnswer.Done
                ? new ActionOutcome.Done(account.now(), word("denied", session.role(), name))
                : unfinished(answer);
    }

    /// A role's inline policies have 10,240 characters in all (IAM quotas): the denials of what is over by itself go.
    /// One that stays does no harm, so that nothing hangs on this.
    private void tidy(String role, AwsKey key) throws InterruptedException {
        AwsAnswer answer = account.client().call(AwsCall.read("ListRolePolicies", Map.of("RoleName", role)), key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            return;
        }
        for (String name : names(done.body())) {
            if (Denial.isIdle(name, account.now())) {
                account.client()
                        .call(AwsCall.change("DeleteRolePolicy", Map.of("RoleName", role, "PolicyName", name)), key);
            }
        }
    }

    private static List<String> names(String xml) {
        try {
            return KeyListing.result(xml, "ListRolePolicies").list("PolicyNames", Reading::textOf);
        } catch (MalformedException _) {
            return List.of();
        }
    }

    private ActionOutcome unfinished(AwsAnswer answer) {
        return Answers.unfinished(answer, account.now(), answer.detail());
    }

    private ActionOutcome refused(String detail) {
        return new ActionOutcome.Refused(account.now(), detail);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(SessionRevoker.class).text(key, arguments);
    }
}
