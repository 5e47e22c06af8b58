package dev.curfew.testbed.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Command;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `kcadm.sh`, the makers' own client: a listing that owes nothing to the code under test.
public final class Kcadm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Path login;

    Kcadm(Path home, URI server, String user, String password) {
        this.home = home;
        this.login = home.resolve("kcadm.config");
        run(
                Map.of("KC_CLI_PASSWORD", password),
                "config",
                "credentials",
                "--server",
                server.toString(),
                "--realm",
                "master",
                "--user",
                user);
    }

    /// What `get` prints.
    ///
    /// @param what for example `clients`, or `clients/<id>/roles`
    /// @param more its further arguments
    /// @throws TestbedException if it fails
    public JsonNode get(String realm, String what, String... more) {
        List<String> arguments = new ArrayList<>(List.of("get", what, "-r", realm));
        arguments.addAll(List.of(more));
        String output = run(Map.of(), arguments.toArray(String[]::new));
        try {
            return JSON.readTree(output);
        } catch (JsonProcessingException e) {
            throw new TestbedException(output, e);
        }
    }

    private String run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("bin").resolve("kcadm.sh").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--config", login.toString()));
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return Command.run(command, all, "");
    }
}
