/// An AWS account, live: what it holds, its access keys' end, and whether they still work.
@NullMarked
package dev.curfew.connector.aws.live;

import org.jspecify.annotations.NullMarked;
