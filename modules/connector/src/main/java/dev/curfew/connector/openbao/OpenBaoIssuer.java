package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.observe.OpenBaoObserver;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Issues orphan tokens that carry one policy, cannot be renewed, and that OpenBao itself ends: with the acting token
/// they neither die nor live on.
final class OpenBaoIssuer implements Issuer {
    private static final Messages MESSAGES = Messages.of(OpenBaoIssuer.class);
    private static final String POLICY_PREFIX = "policy/";

    private final BaoAccess access;

    OpenBaoIssuer(BaoAccess access) {
        this.access = access;
    }

    @Override
    public Issued issue(Receipt receipt, Order order) {
        try (BaoSession session = access.acting()) {
            JsonNode made = create(session, receipt, order);
            String accessor = made.path("accessor").asText();
            // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
            Secret value = Secret.of(made.path("client_token").asText());
            try {
                return checked(session, order, accessor, value);
            } catch (SourceException e) {
                value.close();
                throw takenBack(session, accessor, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue-interrupted"), e);
        }
    }

    @Override
    public String currentPolicyText(PolicyId policy) {
        String name = policyName(policy);
        try (BaoSession session = access.reading()) {
            BaoAnswer answer = session.read("sys/policies/acl/" + BaoPath.encode(name));
            return done(answer, "policy-unread", name)
                    .path("data")
                    .path("policy")
                    .asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue-interrupted"), e);
        }
    }

    @Override
    public Optional<String> listedIn() {
        return Optional.of(OpenBaoObserver.TOKENS);
    }

    /// <https://openbao.org/docs/commands/>, and the name that programs of the Vault API know.
    @Override
    public Map<String, Secret> variables(CredentialId credential, Secret value) {
        return Map.of("BAO_TOKEN", value.copy(), "VAULT_TOKEN", value.copy());
    }

    @Override
    public Optional<Lease> lease(Secret value, String path) throws InterruptedException {
        try (BaoSession session = access.with(value)) {
            return Optional.of(
                    EngineLease.of(access.connection().name(), path, session.readOnce(BaoPath.encode(path))));
        }
    }

    /// Not repeated: an answer that got lost may have been a token.
    private static JsonNode create(BaoSession session, Receipt receipt, Order order) throws InterruptedException {
        String seconds = order.duration().toSeconds() + "s";
        BaoAnswer answer = session.write(
                "auth/token/create-orphan",
                Map.of(
                        "policies",
                        List.of(policyName(order.policy())),
                        "no_default_policy",
                        true,
                        "renewable",
                        false,
                        "type",
                        "service",
                        "ttl",
                        seconds,
                        "explicit_max_ttl",
                        seconds,
                        "display_name",
                        order.label(),
                        "meta",
                        Map.of("curfew-label", order.label(), "curfew-receipt", receipt.subjectHash())));
        return done(answer, "issue-refused", policyName(order.policy())).path("auth");
    }

    /// What OpenBao says of it afterwards counts, not what it answered: it may have been told to hand out more.
    private Issued checked(BaoSession session, Order order, String accessor, Secret value) throws InterruptedException {
        BaoAnswer answer = session.ask("auth/token/lookup-accessor", Map.of("accessor", accessor));
        JsonNode token = done(answer, "issued-unread", accessor).path("data");
        IssuedToken.check(token, policyName(order.policy()), order.duration());
        return new Issued(
                new CredentialId(order.policy().source(), accessor),
                value,
                Instant.parse(token.path("issue_time").asText()),
                Instant.parse(token.path("expire_time").asText()),
                new Enforcement(true, "OpenBao", "explicit_max_ttl"));
    }

    private static SourceException takenBack(BaoSession session, String accessor, SourceException why)
            throws InterruptedException {
        BaoAnswer answer = session.ask("auth/token/revoke-accessor", Map.of("accessor", accessor));
        String key = answer instanceof BaoAnswer.Done || answer.saysUnknown() ? "taken-back" : "not-taken-back";
        return new SourceException(
                why.kind(), MESSAGES.text(key, String.valueOf(why.getMessage()), accessor, answer.words()), why);
    }

    private static JsonNode done(BaoAnswer answer, String key, String name) {
        return switch (answer) {
            case BaoAnswer.Done done -> done.body();
            case BaoAnswer.Refused _, BaoAnswer.Rejected _, BaoAnswer.Absent _ ->
                throw failure(SourceException.Kind.REFUSED, key, name, answer);
            case BaoAnswer.Throttled _ -> throw failure(SourceException.Kind.THROTTLED, key, name, answer);
            case BaoAnswer.Failed _, BaoAnswer.Silent _ ->
                throw failure(SourceException.Kind.UNREACHABLE, key, name, answer);
            case BaoAnswer.Empty _, BaoAnswer.Foreign _ ->
                throw failure(SourceException.Kind.MALFORMED, key, name, answer);
        };
    }

    private static SourceException failure(SourceException.Kind kind, String key, String name, BaoAnswer answer) {
        return new SourceException(kind, MESSAGES.text(key, name, answer.words()));
    }

    private static String policyName(PolicyId policy) {
        if (!policy.nativeId().startsWith(POLICY_PREFIX)) {
            throw new IllegalArgumentException("not a policy of OpenBao's: " + policy);
        }
        return policy.nativeId().substring(POLICY_PREFIX.length());
    }
}
