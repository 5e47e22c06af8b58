/// Amazon EKS: its clusters, and which of their service accounts it gives which role (Pod Identity).
///
/// Source: Amazon EKS API Reference.
@NullMarked
package dev.curfew.connector.aws.eks;

import org.jspecify.annotations.NullMarked;
