package dev.curfew.testbed.keycloak;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder of one server: the installation that all share, by links, and data of its own.
record Home(Path folder, Path installation) {
    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

    /// One whose server makes its database.
    static Home empty(Path folder, Path installation) {
        try {
            Files.createDirectories(folder.resolve(SetUp.DATABASE).getParent());
            for (String each : SHARED) {
                Files.createSymbolicLink(folder.resolve(each), installation.resolve(each));
            }
            return new Home(folder, installation);
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    static Home create(Path folder, SetUp setUp) {
        Home home = empty(folder, setUp.installation());
        try {
            Files.copy(setUp.database(), folder.resolve(SetUp.DATABASE));
            return home;
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    /// How the server is started, with a heap that leaves room for the tests. Its compilers are told to hurry: it is
    /// up in half the time, and never runs for long.
    ///
    /// @param more flags for Java
    List<String> command(int port, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(more);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dkc.home.dir=" + folder));
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED"));
        // by the same way for all, or no archive of classes would fit
        command.addAll(List.of(
                "-cp",
                installation.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments(port));
        return command;
    }

    static List<String> arguments(int port) {
        return List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                // any free one: nobody asks there
                "--http-management-host=127.0.0.1",
                "--http-management-port=0",
                "--hostname-strict=false",
                // what was answered is on the disk, so that a kill loses nothing
                "--db-url-properties=;NON_KEYWORDS=VALUE;WRITE_DELAY=0");
    }
}
