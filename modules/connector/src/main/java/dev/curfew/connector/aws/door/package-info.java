/// AWS's break-glass accounts: users who may do nothing but become one role, and replace their own access key.
@NullMarked
package dev.curfew.connector.aws.door;

import org.jspecify.annotations.NullMarked;
