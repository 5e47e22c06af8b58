package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ends all sessions of a role that began before now, as AWS's console does: by a denial of what was issued earlier.
/// Long-term keys have no time of issue, and are not denied. Those that begin later are not either.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html>
public final class RoleSessionsRevoker implements Revoker {
    public static final String DENY = "aws.deny-sessions";
    public static final String ALLOW = "aws.allow-sessions";

    private static final Pattern MOMENT = Pattern.compile("\"aws:TokenIssueTime\":\"([^\"]+)\"");

    private final Account account;

    public RoleSessionsRevoker(Account account) {
        this.account = account;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        RoleSessions sessions = RoleSessions.of(credential).orElse(null);
        if (sessions == null || !credential.source().equals(account.source())) {
            return refused(word("act.no-role"));
        }
        try (AwsKey key = account.actingKey()) {
            return switch (action.code()) {
                case DENY -> deny(sessions, key);
                case ALLOW -> allow(sessions, key);
                default -> throw new IllegalArgumentException("roles have no action " + action.code());
            };
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    /// Done again it takes in what began since.
    private ActionOutcome deny(RoleSessions sessions, AwsKey key) throws InterruptedException {
        Instant before = account.now().truncatedTo(ChronoUnit.SECONDS);
        AwsAnswer answer = account.client()
                .call(
                        AwsCall.change(
                                "PutRolePolicy",
                                Map.of(
                                        "RoleName",
                                        sessions.role(),
                                        "PolicyName",
                                        RoleSessions.POLICY,
                                        "PolicyDocument",
                                        document(before.toString()))),
                        key);
        return answer instanceof AwsAnswer.Done
                ? new ActionOutcome.Done(
                        account.now(), word("sessions.denied", sessions.role(), RoleSessions.POLICY, before))
                : unfinished(answer);
    }

    private static String document(String before) {
        return CanonicalJson.text(Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Denial.everything(
                        "CurfewEndedSessions", Map.of("DateLessThan", Map.of("aws:TokenIssueTime", before))))));
    }

    /// The moment before which sessions began that such a text denies; empty if it is another text.
    static Optional<String> before(String text) {
        return MOMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(before -> document(before).equals(text))
                .findFirst();
    }

    private ActionOutcome allow(RoleSessions sessions, AwsKey key) throws InterruptedException {
        AwsAnswer answer = account.client()
                .call(
                        AwsCall.change(
                                "DeleteRolePolicy",
                                Map.of("RoleName", sessions.role(), "PolicyName", RoleSessions.POLICY)),
                        key);
        if (answer instanceof AwsAnswer.Done) {
            return new ActionOutcome.Done(
                    account.now(), word("sessions.allowed", sessions.role(), RoleSessions.POLICY));
        }
        return Answers.is(answer, AwsError.NO_SUCH_ENTITY)
                ? new ActionOutcome.AlreadyDone(account.now(), word("sessions.not-denied", sessions.role()))
                : unfinished(answer);
    }

    private ActionOutcome unfinished(AwsAnswer answer) {
        return Answers.unfinished(answer, account.now(), word("sessions.refused", answer.detail()));
    }

    private ActionOutcome refused(String detail) {
        return new ActionOutcome.Refused(account.now(), detail);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(RoleSessionsRevoker.class).text(key, arguments);
    }
}
