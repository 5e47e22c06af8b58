package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.document.Arn;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a request is made. What is there already is asked where it is, whoever asks.
final class Region {
    private static final Pattern NAME = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d+");

    private Region() {}

    /// The only one in which it can be made; empty where that is to be chosen.
    static Optional<String> of(AwsRequest request) {
        return GlobalService.region(request)
                .or(() -> Optional.of(Arn.region(request.resource()))
                        .filter(region -> NAME.matcher(region).matches()));
    }

    /// Whether it is where a bucket is, which its ARN does not say.
    static boolean isUnknown(AwsRequest request) {
        return request.service().equals("s3")
                && !request.action().equals("s3:createbucket")
                && !request.resource().equals("*");
    }
}
