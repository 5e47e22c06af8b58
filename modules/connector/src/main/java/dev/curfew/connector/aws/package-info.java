/// AWS: an account's identities and what they may do, live or from the file that auditors are handed; its access keys,
/// their revocation, and whether they still work.
@NullMarked
package dev.curfew.connector.aws;

import org.jspecify.annotations.NullMarked;
