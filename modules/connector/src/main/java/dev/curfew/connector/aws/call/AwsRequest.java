package dev.curfew.connector.aws.call;

import java.util.Optional;

/// What one of the services is asked, in the form that it takes.
public sealed interface AwsRequest permits AwsCall, AwsJsonCall, AwsPathCall {
    AwsService service();

    /// As the service names it, or the path that stands for it.
    String action();

    /// The same with one more parameter.
    AwsRequest with(String name, String value);

    /// Whether sending it twice does what sending it once does, and a second try is wanted.
    boolean repeatable();

    String contentType();

    byte[] body();

    /// The header that names the action, where neither body nor path does.
    Optional<String> target();

    default String method() {
        return "POST";
    }

    /// Below the service's address, percent-encoded.
    default String path() {
        return "";
    }
}
