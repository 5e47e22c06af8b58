package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The controllers of a [Kubernetes] that do what an API server does not: fill token secrets, put together aggregated
/// roles, sign certificates, remove what belonged to something that is gone. It works on the whole server, so only
/// with one of one's own.
public final class ControllerManager implements AutoCloseable {
    private static final String CONTROLLERS = String.join(
            ",",
            "serviceaccount-token-controller",
            "clusterrole-aggregation-controller",
            "certificatesigningrequest-signing-controller",
            "garbage-collector-controller",
            "namespace-controller");

    private final ServerProcess process;

    private ControllerManager(ServerProcess process) {
        this.process = process;
    }

    /// Builds it if it was not, which takes minutes; the caller closes it.
    ///
    /// @param more controllers besides
    public static ControllerManager start(Kubernetes kubernetes, String... more) {
        Path program = Cache.ofUser().program(GoModule.KUBERNETES_CONTROLLERS, "kube-controller-manager");
        ServerFiles files = kubernetes.files();
        Path folder = files.folder().resolve("controllers");
        return new ControllerManager(ServerProcess.start(new Launch(
                "kube-controller-manager",
                port -> List.of(
                        program.toString(),
                        "--kubeconfig=" + kubernetes.kubeconfig(),
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + port,
                        "--cert-dir=" + folder,
                        "--leader-elect=false",
                        "--controllers=" + CONTROLLERS
                                + Stream.of(more).map(name -> "," + name).collect(Collectors.joining()),
                        "--service-account-private-key-file=" + files.signingKey(),
                        "--root-ca-file=" + files.certificate(),
                        "--cluster-signing-cert-file=" + files.authority(),
                        "--cluster-signing-key-file=" + files.authorityKey()),
                _ -> Map.of(),
                "/healthz",
                folder.resolve("kube-controller-manager.log"),
                folder.resolve("kube-controller-manager.crt"))));
    }

    @Override
    public void close() {
        process.close();
    }
}
