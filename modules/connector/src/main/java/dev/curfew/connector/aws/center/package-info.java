/// IAM Identity Center: its directory's people and groups, its permission sets, and who is assigned which in which
/// account.
///
/// Source: IAM Identity Center API Reference; Identity Store API Reference.
@NullMarked
package dev.curfew.connector.aws.center;

import org.jspecify.annotations.NullMarked;
