package dev.curfew.connector.rate;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.kubernetes.KubernetesConnector;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A cluster of many small objects, and `kubectl get -o json` of all that Curfew reads, four kinds at a time.
final class KubernetesPlace implements Place {
    private static final List<String> KINDS = List.of(
            "pods",
            "serviceaccounts",
            "secrets",
            "rolebindings",
            "roles",
            "deployments",
            "cronjobs",
            "clusterroles",
            "clusterrolebindings",
            "namespaces",
            "certificatesigningrequests",
            "statefulsets",
            "daemonsets",
            "jobs",
            "mutatingwebhookconfigurations",
            "validatingwebhookconfigurations");

    /// As many kinds as Curfew reads at once.
    private static final String SCRIPT = """
            kubectl=$1; kubeconfig=$2; folder=$3; shift 3
            export kubectl kubeconfig folder
            printf '%s\\n' "$@" | xargs -P 4 -I '{}' sh -c '
              "$kubectl" --kubeconfig="$kubeconfig" --cache-dir="$folder/cache" \\
                get "{}" --all-namespaces --output=json > "$folder/{}.json"'
            """;

    private final Kubernetes kubernetes = Kubernetes.start();
    private final Kubectl kubectl = Kubectl.of(kubernetes);
    private final Path folder;
    private long requestsBefore;

    private KubernetesPlace(Path folder) {
        this.folder = folder;
    }

    static KubernetesPlace of(int objects, Path folder) {
        KubernetesPlace place = new KubernetesPlace(folder);
        ClusterObjects.make(place.kubernetes, objects);
        return place;
    }

    @Override
    public Target target() {
        kubectl.run(shipped(), List.of("apply", "-f", "-"));
        String token = kubectl.run("create", "token", "curfew-reader", "--namespace=curfew", "--duration=24h");
        return new Target(
                "kubernetes",
                kubernetes.address(),
                token.strip(),
                Map.of(Endpoint.CA_CERTIFICATES, text(kubernetes.certificate())));
    }

    @Override
    public List<Rival> rivals() {
        requestsBefore = requestsOfKubectl();
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "kubectl-get"));
        command.addAll(List.of(
                kubectl.command(List.of()).getFirst(), kubernetes.kubeconfig().toString(), folder.toString()));
        command.addAll(KINDS);
        return List.of(new Rival("kubectl get -o json", command, Map.of(), _ -> listed()));
    }

    private Listed listed() {
        Map<String, Long> counts = new TreeMap<>();
        KINDS.forEach(kind -> counts.put(kind, Json.items(folder.resolve(kind + ".json"))));
        long requests = requestsOfKubectl();
        long made = requests - requestsBefore;
        requestsBefore = requests;
        return new Listed(counts, made);
    }

    /// As the server's audit log has it.
    private long requestsOfKubectl() {
        try (var lines = Files.lines(kubernetes.auditLog())) {
            return lines.filter(line -> line.contains("\"userAgent\":\"kubectl/"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shipped() {
        try (InputStream in =
                Objects.requireNonNull(KubernetesConnector.class.getResourceAsStream("read-policy.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kubernetes.close();
    }
}
