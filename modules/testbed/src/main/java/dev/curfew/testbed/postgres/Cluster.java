package dev.curfew.testbed.postgres;

import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Certificates;
import dev.curfew.testbed.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files of one server: its data, its certificate, who may connect how.
///
/// @param programs the folder of `postgres` and `initdb`
record Cluster(Path folder, Path programs, Certificates certificates) {
    static final String SUPERUSER = "postgres";

    /// Roles are told apart by membership in groups that a test makes if it needs them. Whoever may make others members
    /// of a group passes for one here, so that Curfew's own have a line before.
    private static final String HBA = """
            # TYPE  DATABASE  USER             ADDRESS       METHOD
            host    all       curfew_read,curfew_act  127.0.0.1/32  scram-sha-256
            hostssl all       +by_certificate  127.0.0.1/32  cert
            host    all       +by_certificate  127.0.0.1/32  reject
            host    all       +by_trust        127.0.0.1/32  trust
            host    all       +from_elsewhere  127.0.0.1/32  reject
            host    all       all              127.0.0.1/32  scram-sha-256
            """;

    static Cluster create(Path folder, Path programs, String password) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
        Certificates certificates = new Certificates(folder);
        certificates.server("server", "dns:localhost,ip:127.0.0.1");
        Cluster cluster = new Cluster(folder, programs, certificates);
        cluster.initialise(password);
        return cluster;
    }

    private void initialise(String password) {
        Path passwordFile = Certificates.write(folder.resolve("superuser"), password + "\n");
        Command.run(
                Unprivileged.command(List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync")),
                Map.of(),
                "");
        Certificates.write(folder.resolve("server.crt"), certificates.certificatePem("server"));
        Certificates.write(folder.resolve("server.key"), certificates.keyPem("server"));
        Certificates.write(folder.resolve("authority.crt"), certificates.authorityPem());
        Certificates.write(folder.resolve("pg_hba.conf"), HBA);
    }

    Path data() {
        return folder.resolve("data");
    }

    /// @param settings more of them, `name=value`
    List<String> command(int port, List<String> settings) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("postgres").toString(), "-D", data().toString()));
        List<String> all = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "hba_file=" + folder.resolve("pg_hba.conf"),
                "ssl=on",
                "ssl_cert_file=" + folder.resolve("server.crt"),
                "ssl_key_file=" + folder.resolve("server.key"),
                "ssl_ca_file=" + folder.resolve("authority.crt"),
                // Nothing of it outlives the machine, so it does not wait for the disk; a kill loses nothing.
                "fsync=off",
                "full_page_writes=off",
                "wal_level=logical",
                "max_prepared_transactions=10",
                "log_connections=on"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        return Unprivileged.command(command);
    }

    /// The eighth line of the file that the server keeps of itself, which `pg_ctl` reads too.
    boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() > 7 && lines.get(7).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    /// After a kill it would pass for a running server's.
    void forget() {
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }
}
