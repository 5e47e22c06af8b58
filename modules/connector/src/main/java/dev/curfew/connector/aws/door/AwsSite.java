package dev.curfew.connector.aws.door;

import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.model.port.SourceClock;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The account that a break-glass user is let into, asked without any credential of Curfew's.
///
/// @param there STS's clock, which dates sessions
/// @param clock this machine's
record AwsSite(AwsAddresses addresses, AwsClient client, SourceClock there, InstantSource clock) {

    Instant timeThere() throws InterruptedException {
        return there.now(clock);
    }

    /// Where the services answer that a session needs.
    Set<URI> places() {
        return Stream.of(AwsService.IAM, AwsService.STS, AwsService.SECRETS_MANAGER)
                .map(addresses::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// AWS SDKs and Tools Reference Guide, "AWS Region".
    Map<String, String> region() {
        return Map.of("AWS_REGION", addresses.region(), "AWS_DEFAULT_REGION", addresses.region());
    }
}
