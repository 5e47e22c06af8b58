/// One access key: whose it is, its end, and whether it still works.
@NullMarked
package dev.curfew.connector.aws.key;

import org.jspecify.annotations.NullMarked;
