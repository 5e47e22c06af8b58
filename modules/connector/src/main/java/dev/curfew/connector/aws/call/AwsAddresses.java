package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an account's IAM, STS and CloudTrail answer. One address serves all, unless it is Amazon's IAM, which knows
/// neither of the others. What IAM does is told by CloudTrail in the region that IAM is signed for.
///
/// Settings: `region` (default `us-east-1`) for STS; `sts-address` where STS answers elsewhere.
///
/// Source: AWS General Reference, IAM and STS endpoints.
public final class AwsAddresses {
    /// Setting: the region that STS is signed for.
    public static final String REGION = "region";

    /// Setting: where STS answers, if not where Amazon has it or at the connection's own address.
    public static final String STS_ADDRESS = "sts-address";

    public static final String DEFAULT_REGION = "us-east-1";
    private static final String AMAZON_IAM = "iam.amazonaws.com";
    private static final Pattern AMAZON = Pattern.compile("iam\\.(?:[a-z0-9-]+\\.)?(amazonaws\\.com(?:\\.cn)?)");

    private final Endpoint iam;
    private final Endpoint sts;
    private final Endpoint trail;
    private final String region;

    private AwsAddresses(Endpoint iam, Endpoint sts, Endpoint trail, String region) {
        this.iam = iam;
        this.sts = sts;
        this.trail = trail;
        this.region = region;
    }

    /// @throws SourceException if an address is none
    public static AwsAddresses of(Connection connection) {
        String region = connection.settings().getOrDefault(REGION, DEFAULT_REGION);
        String stsAddress = connection.settings().get(STS_ADDRESS);
        Endpoint iam = Endpoint.of(connection);
        Endpoint trail = trail(connection, iam, region);
        if (stsAddress != null) {
            return new AwsAddresses(iam, other(connection, stsAddress), trail, region);
        }
        boolean isAmazon = AMAZON_IAM.equals(connection.address().getHost());
        Endpoint sts = isAmazon ? other(connection, "https://sts." + region + ".amazonaws.com") : iam;
        return new AwsAddresses(iam, sts, trail, region);
    }

    private static Endpoint trail(Connection connection, Endpoint iam, String region) {
        Matcher amazon = AMAZON.matcher(String.valueOf(connection.address().getHost()));
        return amazon.matches()
                ? other(connection, "https://cloudtrail." + partitionRegion(region) + "." + amazon.group(1))
                : iam;
    }

    private static Endpoint other(Connection connection, String address) {
        try {
            return Endpoint.of(connection, URI.create(address));
        } catch (IllegalArgumentException e) {
            String message = Messages.of(AwsAddresses.class).text("address.sts");
            throw new SourceException(SourceException.Kind.UNREACHABLE, message, e);
        }
    }

    Endpoint of(AwsService service) {
        return switch (service) {
            case IAM -> iam;
            case STS -> sts;
            case CLOUDTRAIL -> trail;
        };
    }

    String signingRegion(AwsService service) {
        return switch (service) {
            case STS -> region;
            case IAM, CLOUDTRAIL -> partitionRegion(region);
        };
    }

    /// The one region of its partition that IAM is signed for.
    private static String partitionRegion(String region) {
        if (region.startsWith("cn-")) {
            return "cn-north-1";
        }
        return region.startsWith("us-gov-") ? "us-gov-west-1" : DEFAULT_REGION;
    }
}
