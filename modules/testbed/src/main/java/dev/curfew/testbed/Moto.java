package dev.curfew.testbed;

import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A running moto server: AWS's APIs on loopback, account 123456789012, with AWS's managed policies. It believes every
/// signature until [#enforceAuthentication]. Suites share it; [#reset] empties it.
public final class Moto implements AutoCloseable {
    public static final String ACCOUNT = "123456789012";

    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

    /// moto reads only the service's name of it while it enforces nothing.
    private static final String UNSIGNED = "AWS4-HMAC-SHA256 Credential=testbed/20260101/us-east-1/iam/aws4_request,"
            + " SignedHeaders=host, Signature=none";

    private static final Pattern KEY = Pattern.compile("<member>.*?</member>", Pattern.DOTALL);

    private final Launch launch;
    private final HttpClient client = HttpClient.newHttpClient();
    private ServerProcess process;

    private Moto(Launch launch) {
        this.launch = launch;
        process = ServerProcess.start(launch);
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static Moto start() {
        Path python = Cache.ofUser().environment(Requirements.MOTO).resolve("bin/python");
        return new Moto(new Launch(
                "moto",
                port -> List.of(python.toString(), "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port)),
                _ -> Map.of("MOTO_IAM_LOAD_MANAGED_POLICIES", "true", "PYTHONUNBUFFERED", "1"),
                "/moto-api/",
                ModuleFolder.target().resolve("testbed").resolve("moto-" + System.nanoTime() + ".log")));
    }

    /// Every service answers here.
    public URI endpoint() {
        return process.address();
    }

    /// Forgets everything, and enforces nothing.
    public void reset() {
        control("reset", "");
        control("reset-auth", "inf");
    }

    /// As a power cut would. It kept nothing.
    public void kill() {
        process.close();
    }

    /// After [#kill], where it was before, with nothing in it.
    public void startAgain() {
        process = ServerProcess.startAgain(launch, endpoint().getPort());
    }

    /// From now on it makes the same ids and keys for the same calls.
    public void foresee() {
        control("seed?a=1", "");
    }

    /// From now on signatures are checked and policies enforced, until the result is closed. An inactive key still
    /// works there, and policy conditions are ignored. Make an [#administrator] first.
    public Enforcement enforceAuthentication() {
        control("reset-auth", "0");
        return () -> control("reset-auth", "inf");
    }

    /// A new user's access key that may do everything. Only while nothing is enforced.
    public AccessKey administrator(String userName) {
        iam("CreateUser", Map.of("UserName", userName)).ok();
        iam("AttachUserPolicy", Map.of("UserName", userName, "PolicyArn", ADMINISTRATOR))
                .ok();
        return accessKey(userName);
    }

    /// A new access key of a user. Only while nothing is enforced.
    public AccessKey accessKey(String userName) {
        String answer =
                iam("CreateAccessKey", Map.of("UserName", userName)).ok().body();
        return new AccessKey(element(answer, "AccessKeyId"), Secret.of(element(answer, "SecretAccessKey")));
    }

    /// The ids of a user's access keys, each with its status, `Active` or `Inactive`. Only while nothing is enforced.
    public Map<String, String> accessKeys(String userName) {
        String answer = iam("ListAccessKeys", Map.of("UserName", userName)).ok().body();
        return KEY.matcher(answer)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toMap(
                        member -> element(member, "AccessKeyId"), member -> element(member, "Status")));
    }

    /// Calls IAM's query API without a signature. Only while nothing is enforced.
    ///
    /// @param parameters besides `Action` and `Version`
    public Answer iam(String action, Map<String, String> parameters) {
        TreeMap<String, String> form = new TreeMap<>(parameters);
        form.put("Action", action);
        form.put("Version", "2010-05-08");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpCall.send(
                client,
                "POST",
                endpoint().resolve("/"),
                body,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                UNSIGNED);
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }

    private void control(String what, String body) {
        URI target = endpoint().resolve("/moto-api/" + what);
        HttpCall.send(client, "POST", target, body, "Content-Type", "text/plain")
                .ok();
    }

    private static String element(String xml, String name) {
        int from = xml.indexOf("<" + name + ">");
        int to = xml.indexOf("</" + name + ">");
        if (from < 0 || to < 0) {
            throw new TestbedException(xml);
        }
        return xml.substring(from + name.length() + 2, to);
    }

    /// @param secret copied out by the test that uses it
    public record AccessKey(String id, Secret secret) {}

    /// Ends with [#close], which throws nothing.
    @FunctionalInterface
    public interface Enforcement extends AutoCloseable {
        @Override
        void close();
    }
}
