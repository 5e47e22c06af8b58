/// Files of officers and holders of shares.
@NullMarked
package dev.curfew.governance.file;

import org.jspecify.annotations.NullMarked;
