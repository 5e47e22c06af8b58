package dev.curfew.connector.aws.call;

import java.util.Optional;

/// What one of the services is asked, in the form that it takes.
public sealed interface AwsRequest permits AwsCall, AwsJsonCall {
    AwsService service();

    /// Whether sending it twice does what sending it once does, and a second try is wanted.
    boolean repeatable();

    String contentType();

    byte[] body();

    /// The header that names the action, where the body does not.
    Optional<String> target();
}
