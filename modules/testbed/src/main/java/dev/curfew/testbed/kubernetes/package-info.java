/// A real Kubernetes API server with its etcd, without nodes and controllers.
@NullMarked
package dev.curfew.testbed.kubernetes;

import org.jspecify.annotations.NullMarked;
