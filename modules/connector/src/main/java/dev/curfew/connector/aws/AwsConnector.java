package dev.curfew.connector.aws;

import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsClock;
import dev.curfew.connector.aws.center.IdentityCenter;
import dev.curfew.connector.aws.certificate.AccountCertificates;
import dev.curfew.connector.aws.credential.OwnKeys;
import dev.curfew.connector.aws.door.AwsDoor;
import dev.curfew.connector.aws.eks.PodIdentities;
import dev.curfew.connector.aws.federation.IdentityProviders;
import dev.curfew.connector.aws.feed.CloudTrailFeed;
import dev.curfew.connector.aws.key.AwsProbe;
import dev.curfew.connector.aws.key.AwsRevoker;
import dev.curfew.connector.aws.key.AwsRotator;
import dev.curfew.connector.aws.key.AwsSelfCheck;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.AwsObserver;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.organization.Organization;
import dev.curfew.connector.aws.policy.AwsPolicies;
import dev.curfew.connector.aws.policy.AwsUses;
import dev.curfew.connector.aws.report.CredentialReport;
import dev.curfew.connector.aws.service.Services;
import dev.curfew.connector.aws.session.AllSessionsRevoker;
import dev.curfew.connector.aws.session.AwsIssuer;
import dev.curfew.connector.aws.session.SessionProbe;
import dev.curfew.connector.aws.session.SessionRevoker;
import dev.curfew.connector.aws.timebox.AwsTimeBoxes;
import dev.curfew.connector.aws.trail.CloudTrailDeeds;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A live AWS account. The connection's address is where its IAM answers (`https://iam.amazonaws.com`); settings are
/// `region` (default `us-east-1`), `sts-address` where STS answers elsewhere, and `session-role`, the role whose
/// sessions may be issued. Credentials are texts as `OwnKeys` takes them. What the reading one needs to be allowed
/// is the resource `read-policy.json` beside this, what the acting one needs is `act-policy.json`.
public final class AwsConnector implements Connector {
    private static final Messages MESSAGES = Messages.of(AwsConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "aws",
            Endpoint.FORM,
            Endpoint.settings(
                    Setting.text(AwsAddresses.REGION, MESSAGES).usually(AwsAddresses.DEFAULT_REGION),
                    Setting.text(Account.REGIONS, MESSAGES),
                    Setting.address(AwsAddresses.STS_ADDRESS, MESSAGES),
                    Setting.text(Account.READ_ROLE, MESSAGES),
                    Setting.text(Account.ACT_ROLE, MESSAGES),
                    Setting.text(Account.EXTERNAL_ID, MESSAGES),
                    Setting.text(AwsIssuer.SESSION_ROLE, MESSAGES),
                    Setting.text(OwnKeys.FOLDER, MESSAGES),
                    Setting.flag(OwnKeys.ALLOW_EXEC, MESSAGES),
                    Setting.text(AuditFile.SETTING, MESSAGES)),
            Credentials.required("json", "profile", "pair", "named", "text", "container", "instance"),
            new Abilities(true, List.of("aws.policy"), true),
            MESSAGES);

    private final Http http;
    private final Clock clock;

    public AwsConnector(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        Account account = new Account(connection, secrets, http, clock);
        return new AwsObserver(
                account,
                Stream.concat(
                                followed(account).stream(),
                                Stream.of(new IdentityCenter(account), new PodIdentities(account)))
                        .toList());
    }

    @Override
    public Optional<ChangeFeed> changes(Connection connection, Secrets secrets) throws InterruptedException {
        Account account = new Account(connection, secrets, http, clock);
        return CloudTrailFeed.open(account, new AwsObserver(account, followed(account)), Thread::sleep);
    }

    /// What is read again at each change, too: where a call is made for each of many things, a whole reading has to do.
    private static List<Part> followed(Account account) {
        return List.of(
                new Organization(account),
                new IdentityProviders(account),
                new CredentialReport(account, Thread::sleep),
                new Services(account),
                new AccountCertificates(account));
    }

    @Override
    public Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> {
            Account account = new Account(connection, secrets, http, clock);
            return new Revokers(new AwsRevoker(account), new SessionRevoker(account), new AllSessionsRevoker(account));
        });
    }

    @Override
    public Optional<Rotator> rotator(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new AwsRotator(new Account(connection, secrets, http, clock), Thread::sleep));
    }

    @Override
    public Optional<Probe> probe(Connection connection, Secrets secrets) {
        Account account = new Account(connection, secrets, http, clock);
        return Optional.of(new Probes(new AwsProbe(account), new SessionProbe(account)));
    }

    @Override
    public Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new AwsIssuer(new Account(connection, secrets, http, clock), connection));
    }

    @Override
    public Optional<SourceClock> clock(Connection connection, Secrets secrets) {
        return Optional.of(AwsClock.of(http, connection, clock));
    }

    @Override
    public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.of(new CloudTrailDeeds(connection, clock));
    }

    @Override
    public Optional<UseLog> uses(Connection connection, Secrets secrets) {
        return Optional.of(new AwsUses(connection, new Account(connection, secrets, http, clock), clock));
    }

    @Override
    public Optional<PolicyKeeper> keeper(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new AwsPolicies(new Account(connection, secrets, http, clock)));
    }

    @Override
    public Optional<TimeBoxer> timeBoxer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new AwsTimeBoxes(new Account(connection, secrets, http, clock), clock));
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new AwsSelfCheck(http, connection, clock));
    }

    @Override
    public Optional<EmergencyDoor> emergencyDoor(Connection connection) {
        return Optional.of(new AwsDoor(http, connection, clock));
    }
}
