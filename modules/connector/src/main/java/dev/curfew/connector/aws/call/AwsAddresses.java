package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;

/// Where an account's IAM and STS answer. One address serves both, unless it is Amazon's IAM, which knows no STS.
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

    private final Endpoint iam;
    private final Endpoint sts;
    private final String region;

    private AwsAddresses(Endpoint iam, Endpoint sts, String region) {
        this.iam = iam;
        this.sts = sts;
        this.region = region;
    }

    /// @throws SourceException if an address is none
    public static AwsAddresses of(Connection connection) {
        String region = connection.settings().getOrDefault(REGION, DEFAULT_REGION);
        String stsAddress = connection.settings().get(STS_ADDRESS);
        Endpoint iam = Endpoint.of(connection);
        if (stsAddress != null) {
            return new AwsAddresses(iam, other(connection, stsAddress), region);
        }
        boolean isAmazon = AMAZON_IAM.equals(connection.address().getHost());
        Endpoint sts = isAmazon ? other(connection, "https://sts." + region + ".amazonaws.com") : iam;
        return new AwsAddresses(iam, sts, region);
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
        };
    }

    /// IAM is signed for the one region of its partition.
    String signingRegion(AwsService service) {
        return switch (service) {
            case STS -> region;
            case IAM -> {
                if (region.startsWith("cn-")) {
                    yield "cn-north-1";
                }
                yield region.startsWith("us-gov-") ? "us-gov-west-1" : DEFAULT_REGION;
            }
        };
    }
}
