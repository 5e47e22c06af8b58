/// AWS's own client, with which tests arrange an account and list what is in it.
@NullMarked
package dev.curfew.testbed.boto;

import org.jspecify.annotations.NullMarked;
