package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.details.PolicyText;
import dev.curfew.connector.aws.details.Principal;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Caller;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Tries a session by asking for the account's alias. `GetCallerIdentity`, which no policy can deny, would go on after
/// the session is ended.
public final class SessionProbe implements Probe {
    /// Every session may do this, besides what was asked for, as far as its role may.
    static final String RIGHT = "iam:ListAccountAliases";

    private static final String EXPIRED = "ExpiredToken";

    private final Account account;

    public SessionProbe(Account account) {
        this.account = account;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        try (AwsKey key = keyOf(value).orElse(null)) {
            if (key == null) {
                return new ProbeOutcome.Indeterminate(account.now(), word("probe.value"));
            }
            AwsAnswer answer = account.client().call(trial(), key);
            ProbeOutcome outcome = outcome(answer, account.now(), word("probe.accepted"));
            return outcome instanceof ProbeOutcome.Refused refused && refused.refusal() == RefusalClass.DENIED
                    ? denied(credential, refused)
                    : outcome;
        }
    }

    public static AwsCall trial() {
        return new AwsCall(AwsService.IAM, "ListAccountAliases", Map.of(), false);
    }

    /// What IAM's answer to [#trial] says of the session.
    ///
    /// @param accepted the words for one that is let in
    public static ProbeOutcome outcome(AwsAnswer answer, Instant at, String accepted) {
        return switch (answer) {
            case AwsAnswer.Done _ -> new ProbeOutcome.Accepted(at, accepted);
            case AwsAnswer.Foreign _, AwsAnswer.None _ -> new ProbeOutcome.Indeterminate(at, answer.detail());
            case AwsAnswer.Failed failed when failed.code().startsWith(EXPIRED) -> gone(at, failed.detail());
            case AwsAnswer.Failed failed ->
                switch (failed.error()) {
                    case INVALID_KEY -> gone(at, failed.detail());
                    case DENIED -> new ProbeOutcome.Refused(at, RefusalClass.DENIED, failed.detail());
                    case CLOCK -> new ProbeOutcome.Refused(at, RefusalClass.CLOCK, failed.detail());
                    case WRONG_SIGNATURE, THROTTLED, NO_SUCH_ENTITY, SERVICE, OTHER ->
                        new ProbeOutcome.Indeterminate(at, failed.detail());
                };
        };
    }

    /// Denied for being ended, if the account has the denial, or its own end has come; else for something else.
    private ProbeOutcome denied(CredentialId credential, ProbeOutcome.Refused denied) throws InterruptedException {
        return list(credential) instanceof ListingEvidence.NotListed evidence
                ? gone(denied.at(), denied.detail() + "; " + evidence.detail())
                : denied;
    }

    private static ProbeOutcome gone(Instant at, String detail) {
        return new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, detail);
    }

    /// AWS lists no sessions: what stands of one is whether it has been ended, or has come to its end. With the acting
    /// credential, which has put the denial there.
    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        Optional<AllSessions> all = AllSessions.of(credential);
        if (all.isPresent()) {
            return list(all.get());
        }
        SessionName session = SessionName.of(credential).orElse(null);
        Instant now = account.now();
        if (session == null) {
            return new ListingEvidence.Unreadable(now, word("act.no-session"));
        }
        if (!now.isBefore(session.until())) {
            return new ListingEvidence.NotListed(now, word("over", session.until()));
        }
        String name = Denial.policyName(session);
        return denial(
                new Principal("Role", session.role()),
                name,
                _ -> new ListingEvidence.NotListed(account.now(), word("denied", session.role(), name)),
                word("not-denied", session.role(), session.until()));
    }

    /// Those that began before the denial was written.
    private ListingEvidence list(AllSessions all) throws InterruptedException {
        return denial(
                all.holder(),
                AllSessions.POLICY,
                done -> denied(all, done),
                word("sessions.not-denied", all.holder().words()));
    }

    /// Whoever may write its policies may have put another text in the place of the denial.
    private ListingEvidence denied(AllSessions all, AwsAnswer.Done done) {
        Instant now = account.now();
        try {
            String text = PolicyText.of(KeyListing.result(
                            done.body(), all.holder().get(AllSessions.POLICY).action())
                    .require("PolicyDocument"));
            Optional<String> before = AllSessionsRevoker.before(text);
            return before.isPresent()
                    ? new ListingEvidence.NotListed(
                            now, word("sessions.denied", all.holder().words(), AllSessions.POLICY, before.get()))
                    : new ListingEvidence.Listed(
                            now,
                            true,
                            word(
                                    "sessions.replaced",
                                    AllSessions.POLICY,
                                    all.holder().words()));
        } catch (MalformedException e) {
            return new ListingEvidence.Unreadable(now, Answers.unreadable(e));
        }
    }

    /// @param denied what a policy that is there means
    private ListingEvidence denial(
            Principal holder, String name, Function<AwsAnswer.Done, ListingEvidence> denied, String notDenied)
            throws InterruptedException {
        Instant now = account.now();
        try (AwsKey key = account.actingKey()) {
            AwsAnswer answer = account.client().call(holder.get(name), key);
            return switch (answer) {
                case AwsAnswer.Done done -> denied.apply(done);
                case AwsAnswer.Failed failed
                when failed.error() == AwsError.NO_SUCH_ENTITY -> new ListingEvidence.Listed(now, true, notDenied);
                case AwsAnswer.Failed _, AwsAnswer.Foreign _, AwsAnswer.None _ ->
                    new ListingEvidence.Unreadable(now, answer.detail());
            };
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(now, String.valueOf(e.getMessage()));
        }
    }

    /// By STS's own word.
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        Optional<SessionName> session = SessionName.of(credential);
        Optional<AllSessions> all = AllSessions.of(credential);
        try (AwsKey key = keyOf(value).orElse(null)) {
            if ((session.isEmpty() && all.isEmpty()) || key == null) {
                return false;
            }
            AwsAnswer answer = account.client().call(AwsCall.callerIdentity(true), key);
            return switch (answer) {
                case AwsAnswer.Done done -> {
                    String caller = Caller.read(done.body()).arn();
                    yield session.map(one -> one.arn().equals(caller))
                            .or(() -> all.map(holder -> holder.has(caller)))
                            .orElse(false);
                }
                case AwsAnswer.Failed failed when Answers.isNo(failed) -> false;
                case AwsAnswer.Failed _, AwsAnswer.Foreign _, AwsAnswer.None _ -> throw Answers.failure(answer);
            };
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    private static Optional<AwsKey> keyOf(Secret value) {
        Optional<AwsKey> key = AwsKeyText.parse(value);
        if (key.filter(AwsKey::isTemporary).isPresent()) {
            return key;
        }
        key.ifPresent(AwsKey::close);
        return Optional.empty();
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(SessionProbe.class).text(key, arguments);
    }
}
