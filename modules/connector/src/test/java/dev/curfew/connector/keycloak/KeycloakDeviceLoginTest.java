package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.http.Form;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.DeviceLogin;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Somebody logs in with a code, as a browser would, and what comes of that reads the realm.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakDeviceLoginTest {
    private static final String REALM = "device";
    private static final String PASSWORD = "canary-2718";
    private static final String SUCCESS = "Device Login Successful";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    /// The consent names itself by it.
    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([^\"]+)\"");

    private Town town;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, REALM, Map.of());
        town.client(
                "console",
                Map.of(
                        "publicClient",
                        true,
                        "serviceAccountsEnabled",
                        false,
                        "attributes",
                        Map.of(
                                "oauth2.device.authorization.grant.enabled", "true",
                                "oauth2.device.polling.interval", "1")));
        keycloak.call(
                        "POST",
                        REALM + "/users",
                        Map.of(
                                "username", "ada",
                                "enabled", true,
                                "email", "ada@example.org",
                                "emailVerified", true,
                                "firstName", "Ada",
                                "lastName", "L",
                                "credentials", List.of(Map.of("type", "password", "value", PASSWORD))))
                .ok();
        String ada = town.get("users?username=ada").path(0).path("id").asText();
        town.holds(ada, town.clientRole("realm-management", "realm-admin"));
    }

    private Connected with(String text) {
        return new Connected(town.keycloak().address(), HttpSettings.DEFAULTS, text, "", Map.of("realm", REALM));
    }

    @Test
    void whoeverLogsInElsewhereLetsItReadAndIsAskedForOnceMoreLater() throws Exception {
        try (Connected first = with("device-code console")) {
            assertThatThrownBy(first::observe)
                    .isInstanceOf(SourceException.class)
                    .hasMessage("Nobody is logged in with the client console yet: curfew connection login sso");

            String text = logIn(first, "device-code console");
            try (Connected then = with(text)) {
                assertThat(then.observe().coverage())
                        .extracting(Coverage::state)
                        .contains(CoverageState.READ)
                        .doesNotContain(CoverageState.REFUSED, CoverageState.FAILED);
                // a realm may take a refresh token once, so that nobody tries it without need
                assertThat(then.connector()
                                .selfCheck(then.connection())
                                .orElseThrow()
                                .of(Secret.of(logIn(then, text))))
                        .isInstanceOf(Standing.Unclear.class);
            }
        }
    }

    @Test
    void aClientThatMayNotIsSaidToLackTheGrant() {
        town.client("other", Map.of("publicClient", true, "serviceAccountsEnabled", false));
        try (Connected connected = with("device-code other");
                Secret kept = Secret.of("device-code other")) {
            DeviceLogin login =
                    connected.connector().deviceLogin(connected.connection()).orElseThrow();
            assertThatThrownBy(() -> login.login(kept, _ -> {}))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("needs the OAuth 2.0 Device Authorization Grant switched on");
        }
    }

    private static String logIn(Connected connected, String kept) throws InterruptedException {
        DeviceLogin login =
                connected.connector().deviceLogin(connected.connection()).orElseThrow();
        try (Secret before = Secret.of(kept);
                Secret made = login.login(before, prompt -> approve(prompt.whole()))) {
            assertThat(made.reveal()).contains("\"refreshToken\"").doesNotContain(PASSWORD);
            return made.reveal();
        }
    }

    /// Two forms: the password, and what the client may.
    private static void approve(URI address) {
        try (Browser browser = new Browser()) {
            String login = browser.send(HttpRequest.newBuilder(address));
            String consent = browser.send(form(address, login, Map.of("username", "ada", "password", PASSWORD)));
            // once given, it may not be asked for again
            String done =
                    consent.contains(SUCCESS) ? consent : browser.send(form(address, consent, Map.of("accept", "Yes")));
            assertThat(done).contains(SUCCESS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Brings Keycloak its cookies over plain HTTP too, as browsers do on their own machine; Java's keeper does not.
    private static final class Browser implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new TreeMap<>();

        private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(it -> it.getKey() + "=" + it.getValue())
                                .collect(Collectors.joining("; ")));
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] parts = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(parts[0], parts[1]);
            }
            Optional<String> next = answer.headers().firstValue("Location");
            return next.isPresent() ? send(HttpRequest.newBuilder(answer.uri().resolve(next.get()))) : answer.body();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private static HttpRequest.Builder form(URI at, String page, Map<String, String> fields) {
        Matcher action = ACTION.matcher(page);
        assertThat(action.find()).as(page).isTrue();
        Map<String, String> all = new TreeMap<>(fields);
        Matcher code = CODE.matcher(page);
        if (code.find()) {
            all.put("code", code.group(1));
        }
        return HttpRequest.newBuilder(at.resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(Form.text(all)));
    }
}
