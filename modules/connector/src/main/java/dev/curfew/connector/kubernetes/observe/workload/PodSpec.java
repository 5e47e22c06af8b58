package dev.curfew.connector.kubernetes.observe.workload;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a pod runs as, and what it is given. Of its environment only the names of Secrets are kept.
record PodSpec(Doc spec) {
    private static final Shape CONTAINER = Shape.of("image")
            .with("securityContext", Shape.of("privileged"))
            .with("env", Shape.of().with("valueFrom", Shape.of().with("secretKeyRef", Shape.of("name"))))
            .with("envFrom", Shape.of().with("secretRef", Shape.of("name")));

    private static final Shape PROJECTED = Shape.of()
            .with(
                    "sources",
                    Shape.of()
                            .with("serviceAccountToken", Shape.of("audience", "expirationSeconds"))
                            .with("secret", Shape.of("name")));

    private static final Shape VOLUME = Shape.of()
            .with("secret", Shape.of("secretName"))
            .with("hostPath", Shape.of("path"))
            .with("projected", PROJECTED);

    static final Shape SHAPE = Shape.of("serviceAccountName", "nodeName", "hostNetwork", "hostPID", "hostIPC")
            .with("containers", CONTAINER)
            .with("initContainers", CONTAINER)
            .with("volumes", VOLUME);

    String account(String unnamed) {
        String name = spec.text("serviceAccountName");
        return name.isEmpty() ? unnamed : name;
    }

    String node() {
        return spec.text("nodeName");
    }

    Set<String> images() {
        Set<String> images = new TreeSet<>();
        containers().forEach(container -> images.add(container.text("image")));
        return images;
    }

    /// By name: mounted, or in the environment.
    Set<String> secrets() {
        Set<String> names = new TreeSet<>();
        containers().forEach(container -> {
            container
                    .docs("env")
                    .forEach(
                            env -> names.add(env.at("valueFrom", "secretKeyRef").text("name")));
            container
                    .docs("envFrom")
                    .forEach(env -> names.add(env.doc("secretRef").text("name")));
        });
        spec.docs("volumes").forEach(volume -> {
            names.add(volume.doc("secret").text("secretName"));
            volume.doc("projected")
                    .docs("sources")
                    .forEach(source -> names.add(source.doc("secret").text("name")));
        });
        names.remove("");
        return names;
    }

    /// What of it reaches the node it runs on, and so whatever else runs there.
    List<String> nodeAccess() {
        List<String> ways = new ArrayList<>();
        if (containers().anyMatch(container -> container.doc("securityContext").isTrue("privileged"))) {
            ways.add("privileged");
        }
        Stream.of("hostNetwork", "hostPID", "hostIPC").filter(spec::isTrue).forEach(ways::add);
        if (spec.docs("volumes").stream().anyMatch(volume -> volume.has("hostPath"))) {
            ways.add("hostPath");
        }
        return ways;
    }

    /// The tokens of its service account that are put into it.
    List<Doc> tokens() {
        return spec.docs("volumes").stream()
                .flatMap(volume -> volume.doc("projected").docs("sources").stream())
                .filter(source -> source.has("serviceAccountToken"))
                .map(source -> source.doc("serviceAccountToken"))
                .toList();
    }

    private Stream<Doc> containers() {
        return Stream.of("containers", "initContainers").flatMap(field -> spec.docs(field).stream());
    }
}
