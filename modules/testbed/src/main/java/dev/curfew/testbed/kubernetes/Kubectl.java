package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import dev.curfew.testbed.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Kubernetes' own client, of the server's version, as administrator.
public final class Kubectl {
    private final Path program;
    private final Path kubeconfig;

    private Kubectl(Path program, Path kubeconfig) {
        this.program = program;
        this.kubeconfig = kubeconfig;
    }

    /// Builds it if it was not: 2 min, and less where the server was built before.
    public static Kubectl of(Kubernetes kubernetes) {
        return new Kubectl(Cache.ofUser().program(GoModule.KUBECTL, "kubectl"), kubernetes.kubeconfig());
    }

    /// @return what it printed
    /// @throws dev.curfew.testbed.TestbedException if it failed
    public String run(String... arguments) {
        return run("", List.of(arguments));
    }

    /// @param input what it reads where an argument is `-`
    public String run(String input, List<String> arguments) {
        return Command.run(command(arguments), Map.of(), input);
    }

    /// For those who run it themselves.
    public List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--kubeconfig=" + kubeconfig));
        command.addAll(arguments);
        return command;
    }
}
