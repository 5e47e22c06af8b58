/// Where keys of ours are to be had, besides in what was kept: profiles of AWS's own programs, roles, programs, tokens
/// of others, and the machine that Curfew is on.
@NullMarked
package dev.curfew.connector.aws.credential;

import org.jspecify.annotations.NullMarked;
