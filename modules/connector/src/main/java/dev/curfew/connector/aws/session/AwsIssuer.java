package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Issues sessions of the connection's one role, each narrowed to the policy that was asked for, with its end in it.
public final class AwsIssuer implements Issuer {
    /// Setting: the ARN of the role whose sessions are issued.
    public static final String SESSION_ROLE = "session-role";

    /// STS API Reference, AssumeRole, DurationSeconds: 900 seconds to 12 hours.
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(12);

    private static final Messages MESSAGES = Messages.of(AwsIssuer.class);

    private final Account account;
    private final Connection connection;

    public AwsIssuer(Account account, Connection connection) {
        this.account = account;
        this.connection = connection;
    }

    @Override
    public Issued issue(Receipt receipt, Order order) {
        if (order.duration().compareTo(LONGEST) > 0) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("issue.long", LONGEST.toHours()));
        }
        SessionRole role = SessionRole.of(connection);
        Instant until = account.now().truncatedTo(ChronoUnit.SECONDS).plus(order.duration());
        Duration asked = order.duration().compareTo(SHORTEST) < 0 ? SHORTEST : order.duration();
        try (AwsKey key = account.actingKey()) {
            String text = new PolicyLook(account, key).text(order.policy());
            Map<String, String> parameters = new HashMap<>(SessionPolicy.parameters(order.policy(), text, until));
            parameters.put("RoleArn", role.arn());
            parameters.put("RoleSessionName", order.label());
            parameters.put("DurationSeconds", String.valueOf(asked.toSeconds()));
            AwsCall call = new AwsCall(AwsService.STS, "AssumeRole", parameters, false);
            AwsAnswer answer = account.client().call(call, key);
            if (!(answer instanceof AwsAnswer.Done done)) {
                throw Trouble.of(answer, "issue.refused");
            }
            return issued(done.body(), role, order, asked, until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    /// AWS's clock is what its answer shows: the moment it counted the duration from.
    private Issued issued(String xml, SessionRole role, Order order, Duration asked, Instant until) {
        try {
            Reading credentials =
                    Reading.of(KeyListing.result(xml, "AssumeRole").require("Credentials"));
            Instant expires = Objects.requireNonNullElse(credentials.instant("Expiration"), Instant.EPOCH)
                    .truncatedTo(ChronoUnit.SECONDS);
            Instant endsAt = expires.isBefore(until) ? expires : until;
            SessionName name = SessionName.expected(role, order.label(), endsAt);
            return new Issued(
                    name.in(connection.name()),
                    value(credentials, endsAt),
                    expires.minus(asked),
                    endsAt,
                    new Enforcement(true, "AWS", MESSAGES.text("enforced")));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    /// As a `credential_process` prints it (AWS SDKs and Tools Reference Guide, "Process credential provider").
    private static Secret value(Reading credentials, Instant endsAt) {
        return Secret.of(CanonicalJson.text(Map.of(
                "Version",
                1,
                "AccessKeyId",
                credentials.text("AccessKeyId"),
                "SecretAccessKey",
                credentials.text("SecretAccessKey"),
                "SessionToken",
                credentials.text("SessionToken"),
                "Expiration",
                endsAt.toString())));
    }

    @Override
    public String currentPolicyText(PolicyId policy) {
        SessionRole.of(connection);
        try (AwsKey key = account.actingKey()) {
            return new PolicyLook(account, key).text(policy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    /// AWS lists no sessions, but we named it.
    @Override
    public Optional<CredentialId> named(Order order, Instant until) {
        return Optional.of(SessionName.expected(SessionRole.of(connection), order.label(), until)
                .in(connection.name()));
    }

    /// AWS SDKs and Tools Reference Guide, "AWS access keys".
    @Override
    public Map<String, Secret> variables(CredentialId credential, Secret value) {
        try (AwsKey key = AwsKeyText.parse(value).orElse(null)) {
            return key == null ? Map.of() : key.variables();
        }
    }
}
