package dev.curfew.testbed.keycloak;

import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.MavenZip;
import dev.curfew.testbed.process.Certificates;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What the first start of a server takes most of its time for, done once on this machine: a database with the realm
/// `master` and an administrator in it, and an archive of the classes that were loaded.
///
/// @param installation what all servers share
/// @param folder what was made of it
record SetUp(Path installation, Path folder) {
    static final String ADMINISTRATOR = "testbed-admin";

    /// Of a server, below its folder.
    static final Path DATABASE = Path.of("data", "h2", "keycloakdb.mv.db");

    private static final Messages MESSAGES = Messages.of(SetUp.class);
    private static final int PASSWORD_BYTES = 16;
    private static final int DIGITS = 16;
    private static final String READY = "/realms/master";

    static SetUp ofUser() {
        Cache cache = Cache.ofUser();
        Path installation = cache.unzipped(MavenZip.KEYCLOAK);
        return new SetUp(installation, cache.made(name(installation), half -> make(installation, half)));
    }

    /// Another installation, another way to start it or another Java is another one.
    private static String name(Path installation) {
        String of = String.join("\n", Home.arguments(0)) + Runtime.version() + System.getProperty("java.home");
        return installation.getFileName() + "-" + Sha256.hex(of).substring(0, DIGITS);
    }

    private static void make(Path installation, Path half) {
        System.out.println(MESSAGES.text("setting-up"));
        String password = randomHex();
        Certificates.write(half.resolve("password"), password);
        Home home = Home.empty(half, installation);
        String archiving = "-XX:ArchiveClassesAtExit=" + archive(half);
        Map<String, String> administrator = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        try {
            ServerProcess.start(new Launch(
                            "keycloak",
                            port -> home.command(port, List.of(archiving)),
                            _ -> administrator,
                            READY,
                            half.resolve("set-up.log")))
                    .stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted", e);
        }
    }

    /// A server that starts from here.
    Launch launch(Home home) {
        Path log = home.folder().resolveSibling(home.folder().getFileName() + ".log");
        List<String> flags = List.of("-XX:SharedArchiveFile=" + archive(folder), "-Xlog:disable");
        return new Launch("keycloak", port -> home.command(port, flags), _ -> Map.of(), READY, log);
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    String password() {
        try {
            return Files.readString(folder.resolve("password"));
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    private static Path archive(Path folder) {
        return folder.resolve("classes.jsa");
    }

    private static String randomHex() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
