/// How Kubernetes' objects become facts: names, owners, tags, fingerprints.
@NullMarked
package dev.curfew.connector.kubernetes.fact;

import org.jspecify.annotations.NullMarked;
