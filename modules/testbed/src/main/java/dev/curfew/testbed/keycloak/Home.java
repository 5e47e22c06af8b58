package dev.curfew.testbed.keycloak;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder of one server: the installation that all share, by links, and data of its own.
record Home(Path folder) {
    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

    static Home create(Path folder, Path installation) {
        try {
            Files.createDirectories(folder.resolve("data"));
            for (String each : SHARED) {
                Files.createSymbolicLink(folder.resolve(each), installation.resolve(each));
            }
            return new Home(folder);
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    /// How the server is started, with a heap that leaves room for the tests. Its compilers are told to hurry: it is
    /// up in half the time, and never runs for long.
    List<String> command(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dkc.home.dir=" + folder,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-cp",
                folder.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
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
