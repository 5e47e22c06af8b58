/// Customer managed policies and their versions, and what their services' last access is.
@NullMarked
package dev.curfew.connector.aws.policy;

import org.jspecify.annotations.NullMarked;
