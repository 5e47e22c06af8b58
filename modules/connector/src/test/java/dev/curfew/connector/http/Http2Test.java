package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

@WithKubernetes
class Http2Test {

    @Test
    void aServerThatSpeaksHttp2IsSpokenToInIt(Kubernetes kubernetes) throws IOException {
        Trust trust = new Trust(Files.readString(kubernetes.certificate()));
        Call call = Call.to("GET", kubernetes.address().resolve("/version"), trust, false);
        Request request = new Request.Builder().url(call.address().toString()).build();

        try (Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
                Response response = http.clientFor(call).newCall(request).execute()) {
            assertThat(response.protocol()).isEqualTo(Protocol.HTTP_2);
        }
    }
}
