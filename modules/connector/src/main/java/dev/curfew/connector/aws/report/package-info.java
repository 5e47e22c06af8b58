/// What IAM reports of an account's own user.
@NullMarked
package dev.curfew.connector.aws.report;

import org.jspecify.annotations.NullMarked;
