package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What runs `curfew watch` and `curfew serve` as services, as systemd and a real API server take it.
@WithKubernetes
class ServiceFilesTest {
    private static final Path INSTALLERS = Path.of(System.getProperty("basedir"), "..", "installers");
    private static final String PROGRAM = "/opt/curfew/bin/curfew";
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @ParameterizedTest
    @ValueSource(strings = {"curfew-watch", "curfew-serve"})
    void systemdTakesTheUnit(String name, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(ANALYZE), "this machine has no systemd-analyze");
        String unit = Files.readString(INSTALLERS.resolve("systemd").resolve(name + ".service"));
        // It is not installed here, which is the one thing that is wrong with it here.
        assertThat(unit).contains("ExecStart=" + PROGRAM + " " + name.replace("curfew-", ""));
        String here = unit.replace(PROGRAM, "/bin/true");

        assertThat(complaints(Files.writeString(folder.resolve(name + ".service"), here)))
                .isEmpty();
        assertThat(complaints(Files.writeString(
                        folder.resolve(name + "-wrong.service"),
                        here.replace("ProtectSystem=strict", "ProtectSystm=on"))))
                .contains("ProtectSystm");
    }

    private static String complaints(Path unit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ANALYZE.toString(), "verify", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        return exitCode == 0 ? said : said + "exit code " + exitCode;
    }

    @Test
    void kubernetesTakesTheManifest(Kubernetes kubernetes) throws IOException {
        Kubectl kubectl = Kubectl.of(kubernetes);
        String manifest = Files.readString(INSTALLERS.resolve("kubernetes").resolve("curfew-watch.yaml"));
        kubectl.run("{apiVersion: v1, kind: Namespace, metadata: {name: curfew}}", List.of("apply", "-f", "-"));
        List<String> dryRun = List.of("apply", "--dry-run=server", "--validate=strict", "-f", "-");

        assertThat(kubectl.run(manifest, dryRun))
                .contains(
                        "persistentvolumeclaim/curfew-workspace created (server dry run)",
                        "deployment.apps/curfew-watch created (server dry run)");
        assertThatThrownBy(() -> kubectl.run(manifest.replace("replicas: 1", "replica: 1"), dryRun))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("replica");
    }
}
