package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where the API server keeps its objects. Nothing of it outlives the tests, so it does not wait for the disk.
final class Etcd {
    /// It talks to no other member, but insists on an address for them; any free port will do.
    private static final String PEERS = "http://127.0.0.1:0";

    private Etcd() {}

    static ServerProcess start(Path program, Path folder) {
        return ServerProcess.start(new Launch(
                "etcd",
                port -> List.of(
                        program.toString(),
                        "--data-dir=" + folder.resolve("etcd-" + port),
                        "--listen-client-urls=http://127.0.0.1:" + port,
                        "--advertise-client-urls=http://127.0.0.1:" + port,
                        "--listen-peer-urls=" + PEERS,
                        "--initial-advertise-peer-urls=" + PEERS,
                        "--initial-cluster=default=" + PEERS,
                        "--unsafe-no-fsync",
                        "--log-level=warn"),
                _ -> Map.of(),
                "/health",
                folder.resolve("etcd.log")));
    }
}
