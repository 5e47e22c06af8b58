/// Service account tokens: what they say, and who signed them.
@NullMarked
package dev.curfew.connector.kubernetes.token;

import org.jspecify.annotations.NullMarked;
