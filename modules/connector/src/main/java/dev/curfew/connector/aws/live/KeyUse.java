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
        String service = used.optionalText("ServiceName").orElse(Usages.NONE);
        String region = used.optionalText("Region").orElse(Usages.NONE);
        return Usages.key(used.instant("LastUsedDate"), Usages.by(service, region), createdAt);
    }
}
