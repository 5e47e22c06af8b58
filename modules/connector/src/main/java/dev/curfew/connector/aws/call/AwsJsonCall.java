package dev.curfew.connector.aws.call;

import dev.curfew.model.text.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One action of a service that speaks JSON and does no more when it is sent twice, with its parameters. None of them
/// is
/// ever a secret.
///
/// @param action as the service names it
public record AwsJsonCall(AwsService service, String action, Map<String, Object> parameters) implements AwsRequest {
    private static final String TYPE = "application/x-amz-json-";

    public AwsJsonCall {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public AwsJsonCall with(String name, String value) {
        Map<String, Object> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new AwsJsonCall(service, action, more);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public String contentType() {
        return TYPE + service.jsonVersion();
    }

    @Override
    public byte[] body() {
        return CanonicalJson.bytes(parameters);
    }

    @Override
    public Optional<String> target() {
        return Optional.of(service.targetPrefix() + "." + action);
    }
}
