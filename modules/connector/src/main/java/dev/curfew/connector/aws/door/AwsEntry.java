package dev.curfew.connector.aws.door;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.details.Principal;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.session.AllSessionsRevoker;
import dev.curfew.connector.aws.session.SessionProbe;
import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A session of the role that a break-glass user became.
final class AwsEntry implements Entry {
    private static final Messages MESSAGES = Messages.of(AwsEntry.class);

    private final AwsSite site;
    private final EmergencyUser user;
    private final AwsKey session;
    private final Instant until;
    private boolean wasLetIn;
    private boolean isEnded;

    /// @param user closed with this, as is the session's key
    AwsEntry(AwsSite site, EmergencyUser user, AwsKey session, Instant until) {
        this.site = site;
        this.user = user;
        this.session = session;
        this.until = until;
    }

    @Override
    public Optional<Instant> endsAt() {
        return Optional.of(until);
    }

    /// @param canary a secret of Secrets Manager, by name or ARN
    @Override
    public String use(String canary, String mark) throws InterruptedException {
        // Sent twice with one token it is one version (Secrets Manager API Reference, PutSecretValue).
        String token =
                UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8)).toString();
        called(canary, "PutSecretValue", Map.of("SecretId", canary, "SecretString", mark, "ClientRequestToken", token));
        String body = called(canary, "GetSecretValue", Map.of("SecretId", canary));
        if (!text(body).equals(mark)) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("canary.other", canary));
        }
        return MESSAGES.text("canary.used", canary, user.role());
    }

    private String called(String canary, String action, Map<String, Object> parameters) throws InterruptedException {
        AwsAnswer answer = site.client().call(new AwsJsonCall(AwsService.SECRETS_MANAGER, action, parameters), session);
        if (answer instanceof AwsAnswer.Done(String body)) {
            return body;
        }
        throw new SourceException(
                Answers.failure(answer).kind(), MESSAGES.text("canary.refused", canary, answer.detail()));
    }

    private static String text(String body) {
        try {
            return Reading.of(JsonInput.parse(body)).text("SecretString");
        } catch (MalformedException _) {
            return "";
        }
    }

    @Override
    public ProbeOutcome attempt() throws InterruptedException {
        AwsAnswer answer = site.client().call(SessionProbe.trial(), session);
        ProbeOutcome outcome = SessionProbe.outcome(answer, site.clock().instant(), MESSAGES.text("session.accepted"));
        if (outcome instanceof ProbeOutcome.Accepted) {
            wasLetIn = true;
        }
        return outcome instanceof ProbeOutcome.Refused refused && refused.refusal() == RefusalClass.DENIED
                ? denied(refused)
                : outcome;
    }

    /// Denied for being ended, where it was let do the same before; else for what its role was never let do.
    private ProbeOutcome denied(ProbeOutcome.Refused denied) {
        return wasLetIn && isEnded
                ? new ProbeOutcome.Refused(
                        denied.at(), RefusalClass.INVALID_CREDENTIAL, MESSAGES.text("session.denied", denied.detail()))
                : denied;
    }

    /// By a denial on the role of all that began by now, for nobody else has a session of it. That it works is told by
    /// a try before it.
    @Override
    public ActionOutcome end() throws InterruptedException {
        if (!wasLetIn) {
            ProbeOutcome _ = attempt();
        }
        Principal role = Principal.of(user.role());
        AwsAnswer answer = site.client().call(AllSessionsRevoker.denial(role, site.timeThere()), session);
        Instant at = site.clock().instant();
        if (answer instanceof AwsAnswer.Done) {
            isEnded = true;
            return new ActionOutcome.Done(at, MESSAGES.text("session.ended", role.name()));
        }
        if (isEnded && Answers.is(answer, AwsError.DENIED)) {
            return new ActionOutcome.AlreadyDone(at, MESSAGES.text("session.ended", role.name()));
        }
        return Answers.unfinished(answer, at, MESSAGES.text("session.left", role.name(), answer.detail()));
    }

    /// By the new key, which is proven by that: every other one is deleted.
    @Override
    public ActionOutcome replace(Secret fresh) throws InterruptedException {
        try (EmergencyUser next = EmergencyUser.of(fresh)) {
            if (!next.arn().equals(user.arn())) {
                throw new IllegalArgumentException("not a credential of " + user.arn());
            }
            UserKeys keys = new UserKeys(site.client(), next);
            ActionOutcome outcome =
                    keys.deleteOthers(next.key().id(), site.clock().instant());
            if (outcome instanceof ActionOutcome.Refused) {
                // The old one stays, so that nobody keeps this one.
                keys.delete(next.key().id(), site.clock().instant());
            }
            return outcome;
        }
    }

    @Override
    public Map<String, Secret> variables() {
        Map<String, Secret> variables = new HashMap<>(session.variables());
        site.region().forEach((name, value) -> variables.put(name, Secret.of(value)));
        return variables;
    }

    @Override
    public void close() {
        session.close();
        user.close();
    }
}
