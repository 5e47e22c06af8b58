package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an account's services answer. One address serves all, unless it is Amazon's IAM, which knows none of the
/// others. What IAM does is told by CloudTrail in the region that IAM is signed for.
///
/// Settings: `region` (default `us-east-1`); `sts-address` where STS answers elsewhere.
///
/// Source: AWS General Reference, service endpoints.
public final class AwsAddresses {
    /// Setting: the region that regional services are asked in.
    public static final String REGION = "region";

    /// Setting: where STS answers, if not where Amazon has it or at the connection's own address.
    public static final String STS_ADDRESS = "sts-address";

    public static final String DEFAULT_REGION = "us-east-1";
    private static final Pattern AMAZON = Pattern.compile("iam\\.(?:[a-z0-9-]+\\.)?(amazonaws\\.com(?:\\.cn)?)");

    private final Connection connection;
    private final Endpoint iam;
    private final Endpoint sts;
    private final String domain;
    private final String region;

    private AwsAddresses(Connection connection, Endpoint iam, Endpoint sts, String domain, String region) {
        this.connection = connection;
        this.iam = iam;
        this.sts = sts;
        this.domain = domain;
        this.region = region;
    }

    /// @throws SourceException if an address is none
    public static AwsAddresses of(Connection connection) {
        String region = connection.settings().getOrDefault(REGION, DEFAULT_REGION);
        Matcher amazon = AMAZON.matcher(String.valueOf(connection.address().getHost()));
        String domain = amazon.matches() ? amazon.group(1) : "";
        Endpoint iam = Endpoint.of(connection);
        return new AwsAddresses(connection, iam, sts(connection, iam, domain, region), domain, region);
    }

    private static Endpoint sts(Connection connection, Endpoint iam, String domain, String region) {
        String set = connection.settings().get(STS_ADDRESS);
        if (set != null) {
            return other(connection, set);
        }
        return domain.isEmpty() ? iam : other(connection, "https://sts." + region + "." + domain);
    }

    private static Endpoint other(Connection connection, String address) {
        try {
            return Endpoint.of(connection, URI.create(address));
        } catch (IllegalArgumentException e) {
            String message = Messages.of(AwsAddresses.class).text("address.sts");
            throw new SourceException(SourceException.Kind.UNREACHABLE, message, e);
        }
    }

    /// That regional services are asked in.
    public String region() {
        return region;
    }

    /// The same account's in another region.
    AwsAddresses in(String other) {
        return new AwsAddresses(connection, iam, sts, domain, other);
    }

    /// Where a service answers.
    public URI address(AwsService service) {
        return of(service).resolve("");
    }

    Endpoint of(AwsService service) {
        if (service == AwsService.STS) {
            return sts;
        }
        return service == AwsService.IAM || domain.isEmpty()
                ? iam
                : other(connection, "https://" + service.signingName() + "." + signingRegion(service) + "." + domain);
    }

    String signingRegion(AwsService service) {
        return switch (service) {
            case STS,
                    S3,
                    SECRETS_MANAGER,
                    KMS,
                    LAMBDA,
                    EC2,
                    ECS,
                    EKS,
                    SQS,
                    SNS,
                    SSO,
                    SSO_OIDC,
                    SSO_ADMIN,
                    IDENTITY_STORE,
                    ACM -> region;
            case IAM, CLOUDTRAIL -> partitionRegion("cn-north-1");
            case ORGANIZATIONS -> partitionRegion("cn-northwest-1");
        };
    }

    /// The one region of its partition that a service of whole accounts is in.
    private String partitionRegion(String ofChina) {
        if (region.startsWith("cn-")) {
            return ofChina;
        }
        return region.startsWith("us-gov-") ? "us-gov-west-1" : DEFAULT_REGION;
    }
}
