/// Who else an account believes: issuers of tokens and of assertions.
@NullMarked
package dev.curfew.connector.aws.federation;

import org.jspecify.annotations.NullMarked;
