/// What a credential for Kubernetes is written as: a token, a certificate with its key, a kubeconfig file.
@NullMarked
package dev.curfew.connector.kubernetes.config;

import org.jspecify.annotations.NullMarked;
