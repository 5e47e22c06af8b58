package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.Principal;
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

/// Ends all sessions of a role, or of a user's own keys, that began before now, as AWS's console does: by a denial of
/// what was issued earlier by STS's clock, which dates them. Long-term keys have no time of issue, and are not denied.
/// Those that begin later are not either.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html>
public final class AllSessionsRevoker implements Revoker {
    public static final String DENY = "aws.deny-sessions";
    public static final String ALLOW = "aws.allow-sessions";

    private static final Pattern MOMENT = Pattern.compile("\"aws:TokenIssueTime\":\"([^\"]+)\"");

    private final Account account;

    public AllSessionsRevoker(Account account) {
        this.account = account;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        AllSessions sessions = AllSessions.of(credential).orElse(null);
        if (sessions == null || !credential.source().equals(account.source())) {
            return refused(word("act.no-role"));
        }
        try (AwsKey key = account.actingKey()) {
            return switch (action.code()) {
                case DENY -> deny(sessions, key);
                case ALLOW -> allow(sessions, key);
                default -> throw new IllegalArgumentException("sessions have no action " + action.code());
            };
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    /// Done again it takes in what began since. STS dates sessions by the second, so that the one it is in counts too.
    private ActionOutcome deny(AllSessions sessions, AwsKey key) throws InterruptedException {
        Instant there = account.timeThere();
        AwsAnswer answer = account.client().call(denial(sessions.holder(), there), key);
        return answer instanceof AwsAnswer.Done
                ? new ActionOutcome.Done(
                        account.now(),
                        word("sessions.denied", sessions.holder().words(), AllSessions.POLICY, before(there)))
                : unfinished(answer, sessions);
    }

    /// What denies everything to sessions of a holder that began by now.
    ///
    /// @param there what STS's clock shows
    public static AwsCall denial(Principal holder, Instant there) {
        return holder.put(AllSessions.POLICY, document(before(there).toString()));
    }

    private static Instant before(Instant there) {
        return there.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
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

    private ActionOutcome allow(AllSessions sessions, AwsKey key) throws InterruptedException {
        AwsAnswer answer = account.client().call(sessions.holder().delete(AllSessions.POLICY), key);
        String holder = sessions.holder().words();
        if (answer instanceof AwsAnswer.Done) {
            return new ActionOutcome.Done(account.now(), word("sessions.allowed", holder, AllSessions.POLICY));
        }
        return Answers.is(answer, AwsError.NO_SUCH_ENTITY)
                ? new ActionOutcome.AlreadyDone(account.now(), word("sessions.not-denied", holder))
                : unfinished(answer, sessions);
    }

    private ActionOutcome unfinished(AwsAnswer answer, AllSessions sessions) {
        return Answers.unfinished(
                answer,
                account.now(),
                word(
                        "sessions.refused",
                        answer.detail(),
                        sessions.holder().kind(),
                        sessions.holder().words()));
    }

    private ActionOutcome refused(String detail) {
        return new ActionOutcome.Refused(account.now(), detail);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AllSessionsRevoker.class).text(key, arguments);
    }
}
