package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.connector.program.Program;
import dev.curfew.connector.program.ProgramException;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A program that a kubeconfig names to get a credential from. Of what it prints only the answer counts, and nothing is
/// repeated.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins>
///
/// @param environment added to this process's own
record ExecPlugin(String version, List<String> command, Map<String, String> environment) {
    private static final Messages MESSAGES = Messages.of(ExecPlugin.class);
    private static final List<String> VERSIONS =
            List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");

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
        try {
            return JsonReading.object(Program.output(command, environment))
                    .filter(answer -> answer.text("kind").equals("ExecCredential"))
                    .map(answer -> answer.doc("status"))
                    .orElseThrow(() -> failure("exec.answer"));
        } catch (ProgramException e) {
            throw switch (e.reason()) {
                case MISSING -> failure("exec.missing");
                case SLOW -> failure("exec.slow", Program.TIME_MAX.toSeconds());
                case FAILED -> failure("exec.failed", e.exit());
                case UNREADABLE -> failure("exec.answer");
            };
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
