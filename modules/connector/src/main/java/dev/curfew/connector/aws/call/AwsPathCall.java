package dev.curfew.connector.aws.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One reading action of a service that names it by a path. None of its parameters is ever a secret.
///
/// @param action its path, without a leading slash, percent-encoded
public record AwsPathCall(AwsService service, String action, Map<String, String> parameters) implements AwsRequest {
    public AwsPathCall {
        parameters = Map.copyOf(parameters);
    }

    /// One part of a path, percent-encoded.
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> part(each.getKey()) + "=" + part(each.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? action : action + "?" + query;
    }
}
