package dev.curfew.testbed.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `kcadm.sh`, the makers' own client: a listing that owes nothing to the code under test.
public final class Kcadm {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A start of it takes seconds otherwise, and hardly anything is asked of it by one.
    private static final String SHORT_LIVED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable"
            + " -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=";

    private final Path home;
    private final Path login;
    private final String options;

    private Kcadm(Path home, Path login, String options) {
        this.home = home;
        this.login = login;
        this.options = options;
    }

    Kcadm(Path home, URI server, String user, String password) {
        this(home, home.resolve("kcadm.config"), SHORT_LIVED + home.resolve("kcadm.jsa"));
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

    /// The same login in a file of its own: it is locked while one works with it. Started as its makers have it, for
    /// whoever measures it.
    public Kcadm beside() {
        try {
            Path copy = Files.createTempFile(home, "kcadm", ".config");
            return new Kcadm(home, Files.copy(login, copy, StandardCopyOption.REPLACE_EXISTING), "");
        } catch (IOException e) {
            throw new TestbedException(login.toString(), e);
        }
    }

    /// What `get` prints.
    ///
    /// @param what for example `clients`, or `clients/<id>/roles`
    /// @param more its further arguments
    /// @throws TestbedException if it fails
    public JsonNode get(String realm, String what, String... more) {
        List<String> arguments = new ArrayList<>(List.of("get", what, "-r", realm));
        arguments.addAll(List.of(more));
        String output = run(arguments.toArray(String[]::new));
        try {
            return JSON.readTree(output);
        } catch (JsonProcessingException e) {
            throw new TestbedException(output, e);
        }
    }

    /// @return what it printed
    /// @throws TestbedException if it fails
    public String run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private String run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("bin").resolve("kcadm.sh").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--config", login.toString()));
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("KC_OPTS", options);
        return Command.run(command, all, "");
    }
}
