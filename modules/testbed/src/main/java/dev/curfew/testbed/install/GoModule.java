package dev.curfew.testbed.install;

import dev.curfew.model.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Go module of ours whose go.mod pins servers and whose go.sum holds the hash of everything they are built from.
///
/// @param name short, for messages and folders
/// @param pinned the module whose version names the installation
/// @param files texts by their path below the module's folder
/// @param programs what is built from it
public record GoModule(String name, String pinned, Map<String, String> files, List<Program> programs) {
    private static final String VERSION = "k8s.io/component-base/version.";

    /// `kube-apiserver` and `etcd`. The version is set as Kubernetes' own build does: the server compares itself with
    /// it.
    public static final GoModule KUBERNETES = ofResources(
            "kubernetes",
            "k8s.io/kubernetes",
            List.of(new Program("etcd", "./etcd", List.of()), kubernetes("kube-apiserver")),
            "kubernetes",
            "etcd/main.go");

    /// `rbac`: Kubernetes' own authorizer by itself, which answers many cases from a file.
    public static final GoModule KUBERNETES_RBAC = ofResources(
            "kubernetes-rbac",
            "k8s.io/kubernetes",
            List.of(new Program("rbac", "./rbac", List.of())),
            "kubernetes",
            "rbac/main.go");

    /// `kubectl`, of the same version as the server.
    public static final GoModule KUBECTL =
            ofResources("kubectl", "k8s.io/kubernetes", List.of(kubernetes("kubectl")), "kubernetes-tools");

    /// `kube-controller-manager`, of the same version as the server.
    public static final GoModule KUBERNETES_CONTROLLERS = ofResources(
            "kubernetes-controllers",
            "k8s.io/kubernetes",
            List.of(kubernetes("kube-controller-manager")),
            "kubernetes-tools");

    /// `aws`: the AWS secrets engine as a plugin of its own; OpenBao has none built in. Of the last version under the
    /// MPL.
    public static final GoModule VAULT_ENGINES = ofResources(
            "vault-engines",
            "github.com/hashicorp/vault",
            List.of(new Program("aws", "github.com/hashicorp/vault/builtin/logical/aws/cmd/aws", List.of())),
            "vault-engines");

    /// `tokens`: OpenBao's own client for Go, which looks up every token there is.
    public static final GoModule OPENBAO_CLIENT = ofResources(
            "openbao-client",
            "github.com/openbao/openbao/api/v2",
            List.of(new Program("tokens", "./tokens", List.of())),
            "openbao-client",
            "tokens/main.go");

    public GoModule {
        files = Map.copyOf(files);
        programs = List.copyOf(programs);
    }

    /// `<name>-<version>-<hash of the files>`: other files are another installation.
    public String folder() {
        StringBuilder all = new StringBuilder();
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(file -> all.append(file.getKey()).append('\n').append(file.getValue()));
        programs.forEach(all::append);
        return name + "-" + version() + "-" + Sha256.hex(all.toString()).substring(0, Requirements.HASH_DIGITS);
    }

    public String version() {
        Matcher line = Pattern.compile("(?m)^\\s*(?:require )?" + Pattern.quote(pinned) + " v(\\S+)")
                .matcher(files.getOrDefault("go.mod", ""));
        if (!line.find()) {
            throw new IllegalArgumentException("no line pins " + pinned);
        }
        return line.group(1);
    }

    void writeInto(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Program kubernetes(String program) {
        return new Program(
                program,
                "k8s.io/kubernetes/cmd/" + program,
                List.of(
                        VERSION + "gitVersion=v1.36.3",
                        VERSION + "gitMajor=1",
                        VERSION + "gitMinor=36",
                        VERSION + "gitTreeState=clean"));
    }

    /// @param resources the folder of go.mod and go.sum, which several may share
    /// @param sources of our own, that are built along
    private static GoModule ofResources(
            String name, String pinned, List<Program> programs, String resources, String... sources) {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>(List.of("go.mod", "go.sum"));
        paths.addAll(List.of(sources));
        for (String path : paths) {
            String resource = resources + "/" + path;
            try (InputStream in = Objects.requireNonNull(GoModule.class.getResourceAsStream(resource), resource)) {
                files.put(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new GoModule(name, pinned, files, programs);
    }

    /// @param file its name in the installation's `bin`
    /// @param variables `package.variable=value`, set by the linker
    public record Program(String file, String goPackage, List<String> variables) {
        public Program {
            variables = List.copyOf(variables);
        }
    }
}
