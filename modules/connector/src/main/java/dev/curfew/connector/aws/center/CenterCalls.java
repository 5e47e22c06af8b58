package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.ScopeCalls;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The calls of one service that one scope is read by.
record CenterCalls(AwsService service, ScopeCalls calls) {
    /// Identity Center throttles at 20 calls a second (IAM Identity Center User Guide, "Throttle limits").
    static final int AT_ONCE = 4;

    String scope() {
        return calls.scope();
    }

    void add(long read) {
        calls.add(read);
    }

    <T> Optional<T> one(String action, Map<String, Object> parameters, Function<Reading, T> read)
            throws InterruptedException {
        return calls.one(action, call(action, parameters), read);
    }

    <T> Optional<Optional<T>> find(String action, Map<String, Object> parameters, Function<Reading, T> read)
            throws InterruptedException {
        return calls.find(action, call(action, parameters), read);
    }

    <T> Optional<List<T>> all(String action, Map<String, Object> parameters, String list, Function<Node, T> read)
            throws InterruptedException {
        return calls.all(action, Asking.pages(call(action, parameters), list, "NextToken"), read);
    }

    private AwsJsonCall call(String action, Map<String, Object> parameters) {
        return new AwsJsonCall(service, action, parameters);
    }
}
