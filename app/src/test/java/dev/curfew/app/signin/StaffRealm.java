package dev.curfew.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.keycloak.Keycloak;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A realm of Keycloak in which people sign in, and which knows Curfew as a public client.
public record StaffRealm(Keycloak keycloak, String name) {
    public static final String CLIENT = "curfew-console";
    private static final String PASSWORD = "correct-horse-battery";

    public static StaffRealm fresh(Keycloak keycloak, String name) {
        keycloak.call("POST", "", Map.of("realm", name, "enabled", true)).ok();
        StaffRealm realm = new StaffRealm(keycloak, name);
        realm.client(CLIENT);
        return realm;
    }

    /// A client that comes back to this machine (RFC 8252, section 7.3: on any port).
    void client(String id) {
        keycloak.call(
                        "POST",
                        name + "/clients",
                        Map.of(
                                "clientId",
                                id,
                                "publicClient",
                                true,
                                "standardFlowEnabled",
                                true,
                                "directAccessGrantsEnabled",
                                false,
                                "redirectUris",
                                List.of("http://127.0.0.1/signed-in"),
                                "attributes",
                                Map.of(
                                        "pkce.code.challenge.method",
                                        "S256",
                                        "oauth2.device.authorization.grant.enabled",
                                        "true",
                                        "oauth2.device.polling.interval",
                                        "1")))
                .ok();
    }

    public String issuer() {
        return keycloak.address().resolve("/realms/" + name).toString();
    }

    /// From now on whoever approves has to have signed in here. Ada founds the roster, cy saves the policies.
    public void required(CommandBench bench) {
        done(bench.as("ada", "officer", "found", "--quorum", "1"));
        done(bench.as("ada", "officer", "sign-in-by", issuer(), "--client-id", CLIENT));
        Path policies = bench.file("signed-in.cedar", """
                @id("signed-in")
                @requires("1 of officer signed in within 2 min")
                permit (principal, action, resource);
                """);
        bench.file("signed-in.cases.json", "{\"base\": {}, \"cases\": []}");
        done(bench.as("cy", "policy", "save", policies.toString()));
    }

    private static void done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    /// @return the person's subject
    public String person(String user) {
        keycloak.call(
                        "POST",
                        name + "/users",
                        Map.of(
                                "username",
                                user,
                                "enabled",
                                true,
                                "email",
                                user + "@example.com",
                                "emailVerified",
                                true,
                                "firstName",
                                user,
                                "lastName",
                                "Staff",
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
                .ok();
        return keycloak.call("GET", name + "/users?username=" + user, Map.of())
                .ok()
                .text("/0/id");
    }

    Person at(String user) {
        return new Person(user, PASSWORD);
    }
}
