package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Usage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// IAM's record of when an access key was last used.
public final class KeyUse {
    private KeyUse() {}

    public static AwsCall call(String keyId) {
        return AwsCall.read("GetAccessKeyLastUsed", Map.of("AccessKeyId", keyId));
    }

    /// @param xml the answer to [#call]
    /// @throws MalformedException if it is not what it should be
    public static Usage read(String xml, @Nullable Instant createdAt) {
        Reading used = Reading.of(KeyListing.result(xml, "GetAccessKeyLastUsed").require("AccessKeyLastUsed"));
        return Usages.key(used.instant("LastUsedDate"), by(used), createdAt);
    }

    /// IAM writes `N/A` where it names no use.
    private static String by(Reading used) {
        String service = used.optionalText("ServiceName").orElse("N/A");
        String region = used.optionalText("Region").orElse("N/A");
        return service.equals("N/A") ? "" : region.equals("N/A") ? service : service + " " + region;
    }
}
