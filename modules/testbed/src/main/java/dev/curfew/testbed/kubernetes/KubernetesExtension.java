package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.SharedServer;

/// Gives tests the [Kubernetes] that all suites share.
final class KubernetesExtension extends SharedServer<Kubernetes> {

    KubernetesExtension() {
        super(Kubernetes.class, Kubernetes::start);
    }
}
