/// Sessions of one role, issued for a window, ended by a deny on the role, and tried.
@NullMarked
package dev.curfew.connector.aws.session;

import org.jspecify.annotations.NullMarked;
