package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Form;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One reading action of a service that names it by a path. None of its parameters is ever a secret.
///
/// @param action its path, without a leading slash, percent-encoded
public record AwsPathCall(AwsService service, String action, Map<String, String> parameters) implements AwsRequest {
    public AwsPathCall {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public AwsPathCall with(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new AwsPathCall(service, action, more);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] body() {
        return new byte[0];
    }

    @Override
    public Optional<String> target() {
        return Optional.empty();
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        String query = Form.text(new TreeMap<>(parameters));
        return query.isEmpty() ? action : action + "?" + query;
    }
}
