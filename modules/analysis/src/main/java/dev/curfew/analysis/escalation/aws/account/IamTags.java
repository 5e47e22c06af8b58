package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.model.estate.Identity;
import java.util.HashMap;
import java.util.Map;

/// The tags of users and roles as IAM has them; what Curfew notes beside them is left out.
public final class IamTags {
    private static final String OUR_OWN = "curfew:";

    private IamTags() {}

    public static Map<String, String> of(Identity identity) {
        Map<String, String> tags = new HashMap<>(identity.tags());
        tags.keySet().removeIf(key -> key.startsWith(OUR_OWN));
        return Map.copyOf(tags);
    }
}
