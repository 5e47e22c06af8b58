/// ACL policies as written: read, refused where the server refuses them, and their paths as patterns.
@NullMarked
package dev.curfew.analysis.vault.policy;

import org.jspecify.annotations.NullMarked;
