package dev.curfew.testbed.keycloak;

import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.HttpCall;
import dev.curfew.testbed.ModuleFolder;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.MavenZip;
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
/// it, so each keeps to realms of its own; one that counts everything, or kills it, starts its own ([#start], some 30
/// s).
public final class Keycloak implements AutoCloseable {
    private static final String ADMINISTRATOR = "testbed-admin";
    private static final int PASSWORD_BYTES = 16;

    private final Home home;
    private final String password;
    private final HttpClient client = HttpClient.newHttpClient();
    private ServerProcess process;

    private Keycloak(Home home, String password) {
        this.home = home;
        this.password = password;
        this.process = ServerProcess.start(launch());
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static Keycloak start() {
        Path installation = Cache.ofUser().unzipped(MavenZip.KEYCLOAK);
        Path folder = ModuleFolder.target().resolve("testbed").resolve("keycloak-" + randomHex());
        return new Keycloak(Home.create(folder, installation), randomHex());
    }

    public URI address() {
        return process.address();
    }

    public String administrator() {
        return ADMINISTRATOR;
    }

    /// A copy of the administrator's; the caller closes it.
    public Secret administratorPassword() {
        return Secret.of(password);
    }

    /// The makers' own client, as the administrator.
    public Kcadm kcadm() {
        return new Kcadm(home.folder(), address(), ADMINISTRATOR, password);
    }

    /// Calls the admin API as the administrator, with and for JSON.
    ///
    /// @param path below `/admin/realms/`, with its query; empty for the realms themselves
    public Answer call(String method, String path, Object body) {
        return call(method, "/admin/realms/" + path, body, administratorToken());
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
    }

    /// After [#kill], where it was before.
    public void startAgain() {
        process = ServerProcess.startAgain(launch(), address().getPort());
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }

    /// A minute is its life, so it is asked for each time.
    private String administratorToken() {
        Answer answer = form(
                        "master",
                        "token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMINISTRATOR,
                                "password",
                                password))
                .ok();
        return answer.text("/access_token");
    }

    private Launch launch() {
        return new Launch(
                "keycloak",
                home::command,
                _ -> Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR, "KC_BOOTSTRAP_ADMIN_PASSWORD", password),
                "/realms/master",
                home.folder().resolveSibling(home.folder().getFileName() + ".log"));
    }

    private static String randomHex() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
