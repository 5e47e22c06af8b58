package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Form;
import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;

/// A role of IAM Identity Center, by the sign-in that `aws sso login` left. Signing in is that program's.
///
/// <https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html>
final class SingleSignOn {
    static final String SESSION = "sso_session";
    static final String START = "sso_start_url";
    private static final String TOKEN = "x-amz-sso_bearer_token";

    private final AwsClient client;
    private final SharedFiles files;
    private final InstantSource clock;

    SingleSignOn(AwsClient client, SharedFiles files, InstantSource clock) {
        this.client = client;
        this.files = files;
        this.clock = clock;
    }

    static boolean is(Map<String, String> profile) {
        return profile.containsKey(SESSION) || profile.containsKey(START);
    }

    AwsKey key(String name, Map<String, String> profile, Profiles profiles) throws InterruptedException {
        String session = profile.getOrDefault(SESSION, "");
        Map<String, String> portal =
                session.isEmpty() ? profile : profiles.sessions().getOrDefault(session, Map.of());
        String path = "federation/credentials?"
                + Form.query(
                        "role_name", required(profile, "sso_role_name", name),
                        "account_id", required(profile, "sso_account_id", name));
        String signedIn = session.isEmpty() ? required(portal, START, name) : session;
        AwsClient there = client.in(required(portal, "sso_region", name));
        try (Secret token = signIn(signedIn, name).token(there)) {
            AwsAnswer answer = there.unsigned(
                    AwsService.SSO, sso -> Call.of("GET", sso, path).header(TOKEN, token));
            if (!(answer instanceof AwsAnswer.Done done)) {
                throw NoKey.after(answer, "sso.refused", name);
            }
            try (Secret body = Secret.of(done.body())) {
                return AwsKeyText.parse(body).orElseThrow(() -> NoKey.because("sso.unreadable"));
            }
        }
    }

    /// The cache names its files by what was signed in to: a session's name, or the start URL of older profiles.
    private SignInFile signIn(String signedIn, String profile) {
        return new SignInFile(files.signIns().resolve(sha1(signedIn) + ".json"), profile, clock);
    }

    private static String required(Map<String, String> settings, String name, String profile) {
        String value = settings.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw NoKey.because("profile.lacks", profile, name);
        }
        return value;
    }

    /// A name, and nothing that has to be kept secret.
    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
