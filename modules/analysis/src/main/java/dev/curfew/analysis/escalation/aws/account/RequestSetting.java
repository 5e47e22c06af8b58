package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the requests of everybody tell alike: when they are made and how, and where accounts are.
record RequestSetting(Map<String, List<String>> keys, Organizations organizations, RequestContext anybodys) {

    /// Of requests made when the snapshot was taken.
    static RequestSetting of(SnapshotIndex index) {
        Map<String, List<String>> keys = keys(index.snapshot().takenAt());
        return new RequestSetting(keys, Organizations.of(index), new RequestContext(keys, Set.of(), true, Set.of()));
    }

    private static Map<String, List<String>> keys(Instant now) {
        return Map.of(
                "aws:CurrentTime",
                List.of(now.toString()),
                "aws:EpochTime",
                List.of(Long.toString(now.getEpochSecond())),
                "aws:PrincipalIsAWSService",
                List.of("false"),
                "aws:ViaAWSService",
                List.of("false"),
                // nobody is held to go without TLS
                "aws:SecureTransport",
                List.of("true"));
    }
}
