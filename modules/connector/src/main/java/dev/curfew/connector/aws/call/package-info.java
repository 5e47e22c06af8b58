/// Calls of the AWS Query protocol: signed by the vendor's own library, sent by the house's client, answered in types.
@NullMarked
package dev.curfew.connector.aws.call;

import org.jspecify.annotations.NullMarked;
