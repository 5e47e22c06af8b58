package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/// Becomes a role by a token that another issuer wrote into a file: a workload's of Kubernetes, a pipeline's. The file
/// is read anew each time, for such tokens are replaced.
///
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
final class WebIdentity {
    private static final String ACTION = "AssumeRoleWithWebIdentity";

    private final AwsClient client;

    WebIdentity(AwsClient client) {
        this.client = client;
    }

    AwsKey key(Wanted wanted, String file) throws InterruptedException {
        String token = SharedFiles.text(SharedFiles.path(file)).strip();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Action", ACTION);
        fields.put("Version", "2011-06-15");
        fields.put("RoleArn", wanted.role());
        fields.put("RoleSessionName", wanted.session());
        fields.put("WebIdentityToken", token);
        AwsAnswer answer =
                client.unsigned(AwsService.STS, sts -> Call.of("POST", sts, "").body(Form.TYPE, Form.bytes(fields)));
        if (answer instanceof AwsAnswer.Done done) {
            return StsKeys.of(done.body(), ACTION).orElseThrow(() -> NoKey.because("sts.unreadable"));
        }
        throw NoKey.after(answer, "web.refused", wanted.role(), file);
    }
}
