package dev.curfew.connector.aws.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One action of a service that takes forms, with its parameters. None of them is ever a secret.
///
/// @param repeatable whether sending it twice does what sending it once does, and a second try is wanted
public record AwsCall(AwsService service, String action, Map<String, String> parameters, boolean repeatable)
        implements AwsRequest {
    private static final String TYPE = "application/x-www-form-urlencoded; charset=utf-8";

    public AwsCall {
        parameters = Map.copyOf(parameters);
    }

    /// A reading call of IAM, which may be tried again.
    public static AwsCall read(String action, Map<String, String> parameters) {
        return new AwsCall(AwsService.IAM, action, parameters, true);
    }

    /// A changing call of IAM, sent once: whoever orders it decides about a second.
    public static AwsCall change(String action, Map<String, String> parameters) {
        return new AwsCall(AwsService.IAM, action, parameters, false);
    }

    /// The mildest call there is: it needs no permission at all.
    public static AwsCall callerIdentity(boolean repeatable) {
        return new AwsCall(AwsService.STS, "GetCallerIdentity", Map.of(), repeatable);
    }

    @Override
    public AwsCall with(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new AwsCall(service, action, more, repeatable);
    }

    @Override
    public String contentType() {
        return TYPE;
    }

    @Override
    public Optional<String> target() {
        return Optional.empty();
    }

    @Override
    public byte[] body() {
        Map<String, String> fields = new TreeMap<>(parameters);
        fields.put("Action", action);
        fields.put("Version", service.version());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
