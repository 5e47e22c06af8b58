/// Commands for the policies that decide requests.
@NullMarked
package dev.curfew.app.cli.policy;

import org.jspecify.annotations.NullMarked;
