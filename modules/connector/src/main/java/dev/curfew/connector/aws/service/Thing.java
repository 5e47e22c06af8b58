package dev.curfew.connector.aws.service;

import java.util.Map;
import java.util.TreeMap;

/// Something of a service's.
///
/// @param name what people call it
/// @param tags what is known of it, field by field: nothing else of what AWS told is kept
record Thing(String arn, String name, Map<String, String> tags) {
    /// Names the role that a workload acts as; reach follows it.
    private static final String RUNS_AS = "curfew:runs-as";

    Thing {
        tags = Map.copyOf(tags);
    }

    /// Called by the last part of its ARN.
    static Thing of(String arn) {
        return new Thing(arn, arn.substring(arn.lastIndexOf(':') + 1), Map.of());
    }

    /// @param value empty: it is not known, and nothing is kept
    Thing with(String tag, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(tags);
        more.put(tag, value);
        return new Thing(arn, name, more);
    }

    Thing runningAs(String role) {
        return with(RUNS_AS, role);
    }

    Thing called(String other) {
        return new Thing(arn, other, tags);
    }
}
