package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import java.time.Clock;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Signature Version 4, by the vendor's own library.
final class AwsSignature {
    private static final String TARGET = "X-Amz-Target";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Clock clock;

    AwsSignature(Clock clock) {
        this.clock = clock;
    }

    Call sign(AwsRequest call, AwsAddresses addresses, AwsKey key) {
        Endpoint endpoint = addresses.of(call.service());
        byte[] body = call.body();
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(call.method()))
                .uri(endpoint.resolve(call.path()));
        if (body.length > 0) {
            request.putHeader("Content-Type", call.contentType());
        }
        call.target().ifPresent(target -> request.putHeader(TARGET, target));
        SdkHttpRequest signed = signer.sign(order -> order.identity(identity(key))
                        .request(request.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(
                                AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                call.service().signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, addresses.signingRegion(call.service()))
                        // S3 alone signs a path as it was sent (AWS API Reference, "Signature Version 4")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, call.service() != AwsService.S3)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, call.service() != AwsService.S3)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Call out = Call.of(call.method(), endpoint, call.path());
        if (body.length > 0) {
            out.body(call.contentType(), body);
        }
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                out.header(name, values.getFirst());
            }
        });
        return call.repeatable() ? out.repeatable() : out;
    }

    private static AwsCredentialsIdentity identity(AwsKey key) {
        String secret = key.secret().reveal();
        return key.sessionToken()
                .<AwsCredentialsIdentity>map(
                        token -> AwsSessionCredentialsIdentity.create(key.id(), secret, token.reveal()))
                .orElseGet(() -> AwsCredentialsIdentity.create(key.id(), secret));
    }
}
