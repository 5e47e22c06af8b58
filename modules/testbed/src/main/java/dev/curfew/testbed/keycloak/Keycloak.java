package dev.curfew.testbed.keycloak;

import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.HttpCall;
import dev.curfew.testbed.ModuleFolder;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A running Keycloak with the realm `master`, an administrator in it, and secret rotation switched on. Suites share
/// it, so each keeps to realms of its own; one that counts everything, or kills it, starts its own ([#start], some
/// 10 s).
public final class Keycloak implements AutoCloseable {
    private static final int NAME_BYTES = 16;

    private final Home home;
    private final Launch launch;
    private final String password;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile AdministratorToken token = AdministratorToken.NONE;
    private ServerProcess process;

    private Keycloak(Home home, Launch launch, String password) {
        this.home = home;
        this.launch = launch;
        this.password = password;
        this.process = ServerProcess.start(launch);
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static Keycloak start() {
        SetUp setUp = SetUp.ofUser();
        Path folder = ModuleFolder.target().resolve("testbed").resolve("keycloak-" + randomHex());
        Home home = Home.create(folder, setUp);
        return new Keycloak(home, setUp.launch(home), setUp.password());
    }

    public URI address() {
        return process.address();
    }

    public String administrator() {
        return SetUp.ADMINISTRATOR;
    }

    /// A copy of the administrator's; the caller closes it.
    public Secret administratorPassword() {
        return Secret.of(password);
    }

    /// The makers' own client, as the administrator.
    public Kcadm kcadm() {
        return new Kcadm(home.folder(), address(), SetUp.ADMINISTRATOR, password);
    }

    /// Calls the admin API as the administrator, with and for JSON.
    ///
    /// @param path below `/admin/realms/`, with its query; empty for the realms themselves
    public Answer call(String method, String path, Object body) {
        Answer answer = call(method, "/admin/realms/" + path, body, administratorToken());
        if (path.isEmpty()) {
            // it says nothing of a realm that is made after it
            token = AdministratorToken.NONE;
        }
        return answer;
    }

    /// Calls any path with a bearer token.
    ///
    /// @param body as for [HttpCall#json]; an empty map sends none
    public Answer call(String method, String path, Object body, String bearer) {
        return HttpCall.send(
                client,
                method,
                address().resolve(path),
                body.equals(Map.of()) ? "" : HttpCall.json(body),
                "Authorization",
                "Bearer " + bearer,
                "Content-Type",
                "application/json");
    }

    /// Posts a form to an OpenID Connect endpoint of a realm, for example `token` or `token/introspect`.
    public Answer form(String realm, String endpoint, Map<String, String> fields) {
        String body = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpCall.send(
                client,
                "POST",
                address().resolve("/realms/" + realm + "/protocol/openid-connect/" + endpoint),
                body,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /// As a power cut would.
    public void kill() {
        process.close();
        token = AdministratorToken.NONE;
    }

    /// After [#kill], where it was before.
    public void startAgain() {
        process = ServerProcess.startAgain(launch, address().getPort());
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }

    /// Logging in costs the server more than most of what it is asked: deriving the password's key.
    private String administratorToken() {
        AdministratorToken known = token;
        if (!known.isFresh()) {
            known = AdministratorToken.now(logIn().text("/access_token"));
            token = known;
        }
        return known.value();
    }

    private Answer logIn() {
        return form(
                        "master",
                        "token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                SetUp.ADMINISTRATOR,
                                "password",
                                password))
                .ok();
    }

    private static String randomHex() {
        byte[] bytes = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
