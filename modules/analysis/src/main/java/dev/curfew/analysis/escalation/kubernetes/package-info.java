/// The ways through Kubernetes RBAC.
@NullMarked
package dev.curfew.analysis.escalation.kubernetes;

import org.jspecify.annotations.NullMarked;
