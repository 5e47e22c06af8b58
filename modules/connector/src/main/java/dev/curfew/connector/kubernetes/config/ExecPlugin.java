package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program that a kubeconfig names to get a credential from. It is run as it is, without a shell, without input, for
/// a limited time; of what it prints only the answer counts, and nothing is repeated.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins>
///
/// @param environment added to this process's own
record ExecPlugin(String version, List<String> command, Map<String, String> environment) {
    private static final Messages MESSAGES = Messages.of(ExecPlugin.class);
    private static final List<String> VERSIONS =
            List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");

    /// A cloud's command line takes some seconds; longer, it waits for a person.
    private static final Duration TIME_MAX = Duration.ofSeconds(30);

    private static final int BYTES_MAX = 256 * 1024;

    ExecPlugin {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// @throws SourceException if it cannot be run
    static ExecPlugin read(Doc exec, Doc cluster) {
        String version = exec.text("apiVersion");
        String program = exec.text("command");
        Kubeconfig.refuse(!VERSIONS.contains(version), "exec.apiVersion " + version);
        Kubeconfig.refuse(exec.text("interactiveMode").equals("Always"), "exec.interactiveMode Always");
        if (program.contains("/") && !Path.of(program).isAbsolute()) {
            throw Kubeconfig.refused(MESSAGES.text("config.relative", program));
        }
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(exec.texts("args"));
        Map<String, String> environment = new LinkedHashMap<>();
        exec.docs("env").forEach(each -> environment.put(each.text("name"), each.text("value")));
        environment.put("KUBERNETES_EXEC_INFO", info(version, exec.isTrue("provideClusterInfo"), cluster));
        return new ExecPlugin(version, command, environment);
    }

    private static String info(String version, boolean withCluster, Doc cluster) {
        Map<String, Object> spec = new LinkedHashMap<>(Map.of("interactive", false));
        if (withCluster) {
            spec.put(
                    "cluster",
                    Map.of(
                            "server",
                            cluster.text("server"),
                            "certificate-authority-data",
                            cluster.text("certificate-authority-data")));
        }
        return CanonicalJson.text(Map.of("apiVersion", version, "kind", "ExecCredential", "spec", spec));
    }

    /// The `status` of what it answers.
    ///
    /// @throws SourceException if it fails, takes too long, or answers something else
    Doc run() throws InterruptedException {
        Process process = start();
        try {
            FutureTask<String> output = new FutureTask<>(() -> read(process));
            Thread.ofVirtual().name("kubernetes-plugin").start(output);
            String said = output.get(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("exec.slow", TIME_MAX.toSeconds());
            }
            if (process.exitValue() != 0) {
                throw failure("exec.failed", process.exitValue());
            }
            return JsonReading.object(said)
                    .filter(answer -> answer.text("kind").equals("ExecCredential"))
                    .map(answer -> answer.doc("status"))
                    .orElseThrow(() -> failure("exec.answer"));
        } catch (TimeoutException _) {
            throw failure("exec.slow", TIME_MAX.toSeconds());
        } catch (ExecutionException _) {
            throw failure("exec.answer");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException _) {
            throw failure("exec.missing");
        }
    }

    /// What is longer is cut off, and then is no answer.
    private static String read(Process process) {
        try (InputStream output = process.getInputStream()) {
            return new String(output.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceException failure(String key, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(command.getFirst()));
        all.addAll(List.of(arguments));
        return Kubeconfig.refused(MESSAGES.text(key, all.toArray()));
    }

    /// Without its arguments and its environment, which can hold secrets.
    @Override
    public String toString() {
        return "ExecPlugin[" + command.getFirst() + "]";
    }
}
